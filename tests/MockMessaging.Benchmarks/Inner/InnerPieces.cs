using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace MockMessaging.Benchmarks.Inner;

/// <summary>What one send is made of, piece by piece, without HTTP and disk.</summary>
internal static class InnerPieces
{
    // A send leaves a message behind, so their number is the same each time and what they leave is thrown away in between.
    public const int Sends = 16_384;

    public static void Run()
    {
        var reports = Directory.CreateTempSubdirectory("mock-messaging-inner-");
        try
        {
            // In this process: one made anew would be built by rules it does not know.
            var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15).WithInvocationCount(Sends).WithUnrollFactor(16);
            var config = ManualConfig.CreateEmpty()
                .AddJob(job)
                .AddLogger(ConsoleLogger.Default)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddExporter(MarkdownExporter.GitHub)
                .WithArtifactsPath(reports.FullName)
                .WithOptions(ConfigOptions.JoinSummary);
            BenchmarkRunner.Run([typeof(Reading), typeof(Sending), typeof(Answering), typeof(Pushing)], config);
        }
        finally
        {
            reports.Delete(recursive: true);
        }
    }
}
