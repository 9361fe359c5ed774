using System.Runtime.InteropServices;

namespace MockMessaging.Benchmarks;

/// <summary>Processes and folders that must not outlive this process, not even when it is told to end.</summary>
internal static class Cleanup
{
    private const int Interrupted = 130;

    private static readonly Lock Gate = new();
    private static readonly List<IDisposable> Owed = [];
    private static readonly PosixSignalRegistration[] Signals =
        [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)];

    public static void Owe(IDisposable something)
    {
        lock (Gate)
        {
            Owed.Add(something);
        }
    }

    /// <summary>Whether the caller is the one to clean this up; asked once by each Dispose.</summary>
    public static bool Settle(IDisposable something)
    {
        lock (Gate)
        {
            return Owed.Remove(something);
        }
    }

    private static void End(PosixSignalContext context)
    {
        context.Cancel = true;
        lock (Gate)
        {
            foreach (var something in Enumerable.Reverse(Owed).ToList())
            {
                something.Dispose();
            }

            Signals.ToList().ForEach(signal => signal.Dispose());
            Environment.Exit(Interrupted);
        }
    }
}
