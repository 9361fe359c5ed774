using System.Text.RegularExpressions;
using Xunit;

namespace MockMessaging.Tests.Conventions;

/// <summary>Nobody sleeps and nobody polls: waiting is for a signal, and time is the workspace's clock.</summary>
public sealed partial class PatienceTests
{
    /// <summary>A slow answer is what it is asked for.</summary>
    private const string SlowOnPurpose = "Http/Access/ApiFaultMiddleware.cs";

    /// <summary>It waits as long as Retry-After says.</summary>
    private const string RetriesAsClientsDo = "Processes/RepeatingHandler.cs";

    [Theory]
    [InlineData("src/MockMessaging")]
    [InlineData("src/MockMessaging.Client")]
    [InlineData("tests/MockMessaging.Tests")]
    [InlineData("tests/MockMessaging.Cluster.Tests")]
    public void No_file_sleeps(string folder) =>
        Assert.Empty(SourceTree.Files(folder).Where(file => file.Path is not (SlowOnPurpose or RetriesAsClientsDo) && Sleeping().IsMatch(file.Text)).Select(file => file.Path));

    [GeneratedRegex(@"\b(Thread\s*\.\s*Sleep|Task\s*\.\s*Delay|SpinWait)\b\s*[.(]")]
    private static partial Regex Sleeping();
}
