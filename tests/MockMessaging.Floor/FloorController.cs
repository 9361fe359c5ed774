using Microsoft.AspNetCore.Mvc;

namespace MockMessaging.Floor;

/// <summary>Parses the message and answers a receipt that never changes.</summary>
[ApiController]
[Route("api/v1/message")]
public sealed class FloorController : ControllerBase
{
    private const string Receipt = """{"status":"200","statusKey":"SUCCESS","results":[{"id":"6b04c2c45358dc73c8000003","templateCode":"","templateId":"","type":"O"}]}""";

    /// <summary>Stands in for message/send.</summary>
    /// <param name="message">Parsed, and no more.</param>
    [HttpPost("send")]
    public IActionResult Send(FloorMessage message) => message?.To is null ? BadRequest() : Content(Receipt, "application/json");
}
