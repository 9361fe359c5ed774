namespace MockMessaging.State;

/// <summary>What a push tells, for its body to be made when it is wanted.</summary>
internal abstract class PushContent
{
    /// <summary>The body as UTF-8 JSON.</summary>
    public abstract byte[] ToBytes();
}
