using System.Globalization;
using System.Text;

namespace MockMessaging.Benchmarks;

/// <summary>Requests as they go over the wire.</summary>
internal static class Requests
{
    public static byte[] Of(string method, string path, string key, string body = "") => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nx-api-key: {key}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    /// <summary>A message to one of a thousand contacts, none of them a test number.</summary>
    public static byte[] Send(string key, int contact)
    {
        var ending = (3_000 + (contact % 1_000)).ToString(CultureInfo.InvariantCulture);
        return Of("POST", "/api/v1/message/send", key, Message(ending));
    }

    public static string Message(string ending) =>
        $$$"""{"channelId":"wa360:918828218374","to":{"phone":"+91 98765 4{{{ending}}}","name":"Asha Rao"},"type":"text","text":{"body":"Good morning Asha, your parcel is ready for pickup."}}""";
}
