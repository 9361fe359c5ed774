using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MockMessaging;

/// <summary>Binds options to configuration sections, and refuses to start with a wrong value.</summary>
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

    /// <summary>Adds a check of settings that have no options class; it returns one line for each problem.</summary>
    public static IServiceCollection AddCheck(this IServiceCollection services, Func<IServiceProvider, IEnumerable<string>> problems) => services.AddSingleton(new Check(provider =>
    {
        if (problems(provider).ToList() is { Count: > 0 } lines)
        {
            throw new OptionsValidationException("", typeof(MockMessagingServerOptions), lines);
        }
    }));

    /// <summary>Checks all options, and reports all problems together.</summary>
    /// <exception cref="OptionsValidationException">One line for each problem, beginning with the name of the setting.</exception>
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
                problems.AddRange(lines.Except(problems));
            }
        }

        if (problems.Count > 0)
        {
            throw new OptionsValidationException("", typeof(MockMessagingServerOptions), problems);
        }
    }

    private sealed record Check(Action<IServiceProvider> Run);

    /// <summary>Checks the validation attributes, and reports settings under their configuration names.</summary>
    private sealed class AnnotatedOptions<T>(string section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var problems = new List<ValidationResult>();
            return Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(problems.Select(problem => $"{(section.Length == 0 ? "" : section + ":")}{problem.MemberNames.FirstOrDefault()}: {Sentence(problem)}"));
        }

        private static string? Sentence(ValidationResult problem) =>
            problem.MemberNames.FirstOrDefault() is { } name && typeof(T).GetProperty(name)?.PropertyType is { IsEnum: true } type ? StartProblems.Allowed(type) : problem.ErrorMessage;
    }
}
