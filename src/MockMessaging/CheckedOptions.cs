using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MockMessaging;

/// <summary>Binds a section to its options, and refuses to start on a value out of range.</summary>
internal static class CheckedOptions
{
    public static IServiceCollection AddCheckedOptions<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddOptions<T>().BindConfiguration(section);
        services.AddSingleton(new Check(provider => _ = provider.GetRequiredService<IOptions<T>>().Value));
        services.AddSingleton<IValidateOptions<T>>(new AnnotatedOptions<T>(section));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
        return services;
    }

    /// <summary>Adds a check of settings that become no options; it gives what is wrong, a line each.</summary>
    public static IServiceCollection AddCheck(this IServiceCollection services, Func<IServiceProvider, IEnumerable<string>> problems) => services.AddSingleton(new Check(provider =>
    {
        if (problems(provider).ToList() is { Count: > 0 } lines)
        {
            throw new OptionsValidationException("", typeof(MockMessagingServerOptions), lines);
        }
    }));

    /// <summary>Reads all options, and tells of everything that is wrong with them at once.</summary>
    /// <exception cref="OptionsValidationException">What is wrong, a line each, beginning with the name of the setting.</exception>
    public static void CheckAll(IServiceProvider provider)
    {
        var problems = new List<string>();
        foreach (var check in provider.GetServices<Check>())
        {
            try
            {
                check.Run(provider);
            }
            catch (Exception problem) when (StartProblems.Of(problem) is { Count: > 0 } lines)
            {
                problems.AddRange(lines);
            }
        }

        if (problems.Count > 0)
        {
            throw new OptionsValidationException("", typeof(MockMessagingServerOptions), problems);
        }
    }

    private sealed record Check(Action<IServiceProvider> Run);

    /// <summary>Checks the attributes on the properties, and names each setting as it is written in configuration.</summary>
    private sealed class AnnotatedOptions<T>(string section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var problems = new List<ValidationResult>();
            return Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(problems.Select(problem => $"{(section.Length == 0 ? "" : section + ":")}{problem.MemberNames.FirstOrDefault()}: {problem.ErrorMessage}"));
        }
    }
}
