namespace MockMessaging.Hosting.Tests;

/// <summary>A temporary folder with empty files.</summary>
internal sealed class ScenarioFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scenarios");

    public ScenarioFolder(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            File.WriteAllText(PathOf(name), "");
        }
    }

    public string Path => _folder.FullName;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
