namespace MockMessaging.Tests.Crashes;

/// <summary>A message whose receipt arrived.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When, by the stopwatch.</param>
/// <param name="Forced">Whether the status FAILD was acknowledged for it too.</param>
internal sealed record SentMessage(string Id, long At, bool Forced = false);
