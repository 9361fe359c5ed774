using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Http;

namespace MockMessaging.Analytics;

/// <summary>Customer data and customer events.</summary>
[ApiController]
[ApiKey]
[Tags("Digital Analytics")]
[Route("api/v1")]
internal sealed class AnalyticsController : ContractController
{
    /// <summary>Push Customer Data</summary>
    /// <remarks>Stores an object under its `type` and `id`, replaces an older one, and returns it.</remarks>
    /// <param name="pushed">The object.</param>
    [HttpPost("data/push", Name = "PushData")]
    [ProducesResponseType<ApiResponse<DigitalObjectDto>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> PushData([FromBody] DigitalObjectDto pushed) =>
        Full([await Acting.ExecuteAsync(transaction => AnalyticsRecorder.Put(transaction, pushed)).ConfigureAwait(false)]);

    /// <summary>Push Customer Event</summary>
    /// <remarks>Stores an event and returns it. An event never replaces another.</remarks>
    /// <param name="pushed">The event.</param>
    [HttpPost("event/push", Name = "PushEvent")]
    [ProducesResponseType<ApiResponse<DigitalEventDto>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> PushEvent([FromBody] DigitalEventDto pushed) =>
        Full([await Acting.ExecuteAsync(transaction => AnalyticsRecorder.Add(transaction, pushed)).ConfigureAwait(false)]);
}
