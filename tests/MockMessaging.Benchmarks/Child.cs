using System.Diagnostics;

namespace MockMessaging.Benchmarks;

/// <summary>A process that ends with what started it, or before.</summary>
internal sealed class Child : IDisposable
{
    private Child(Process process)
    {
        Process = process;
        Cleanup.Owe(this);
    }

    public Process Process { get; }

    public static Child Start(ProcessStartInfo how) => new(Process.Start(how)!);

    public void Dispose()
    {
        if (!Cleanup.Settle(this))
        {
            return;
        }

        if (!Process.HasExited)
        {
            Process.Kill();
            Process.WaitForExit();
        }

        Process.Dispose();
    }
}
