using System.Runtime.InteropServices;
using MockMessaging.Tool;

if (!VerbLine.StartsWithVerb(args))
{
    return await MockMessaging.Command.RunAsync(args, VerbLine.List);
}

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await VerbLine.RunAsync(args, Surroundings.OfThisProcess(stopping.Token));

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}
