namespace MockMessaging.Tests.Fuzz;

/// <summary>Addresses to register: a receiver that listens, and others on this machine that cannot work.</summary>
internal sealed class WebhookUrls(Random random, Func<string> receiver)
{
    private const string DeadPort = "http://127.0.0.1:9";

    public string Next() => random.Next(3) > 0 ? receiver() : OddValues.Pick(random,
    [
        DeadPort, DeadPort + "/", "", " " + receiver() + " ", receiver() + "?q=ä b#part", receiver() + "/ünï/日本", receiver() + "\r\nX-Injected: 1", receiver() + "\u0000",
        "http://127.0.0.1:99999/", "http://127.0.0.1:0/", "http://[::1", "http://", "https://127.0.0.1:9/", "ftp://127.0.0.1/", "127.0.0.1:9/hook", "//127.0.0.1:9", "http:///hook",
        "http://user:word@127.0.0.1:9/", "HTTP://127.0.0.1:9/%zz%", "http://127.0.0.1:9/" + new string('u', 4_000), "file:///tmp/x", "javascript:1",
    ]);
}
