namespace MockMessaging.State;

/// <summary>Opens when the answer of a request has left. What the request causes waits behind it, so that no push overtakes the answer.</summary>
internal sealed class AnswerGate
{
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Opened => _sent.Task;

    public void Open() => _sent.TrySetResult();
}
