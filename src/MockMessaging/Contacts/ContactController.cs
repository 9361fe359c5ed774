using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Http;

namespace MockMessaging.Contacts;

/// <summary>Preferences of contacts.</summary>
[ApiController]
[ApiKey]
[Tags("Contact Management")]
[Route("api/v1/contact")]
internal sealed class ContactController : ContractController
{
    /// <summary>Contact Preferences</summary>
    /// <remarks>Sets the language of a contact, which selects a template if the message gives no language.</remarks>
    /// <param name="update">The contact and its language.</param>
    [HttpPost("prefs/lang", Name = "SetContactLanguage")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<InBoundEvent>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> SetLanguage([FromBody] ContactPrefsUpdate update) =>
        Compact([await Acting.ExecuteAsync(transaction => ContactPreferences.SetLanguage(transaction, update)).ConfigureAwait(false)], []);
}
