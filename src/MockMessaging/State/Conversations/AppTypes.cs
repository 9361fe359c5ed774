namespace MockMessaging.State;

/// <summary>What kind of app answers a queue, and in which mode it does so.</summary>
internal static class AppTypes
{
    public const string Webhook = "WEBHOOK";

    public static string ModeOf(string appType) => appType switch
    {
        "AGENT" or "MITEL" => "AGENT",
        Webhook or "APP_SCRIPT" => "WEBHOOK",
        "BOT" or "FAQ" or "FEEDBACK" or "TEAM_ROUTER" or "APP_ROUTER" or "APP_SWITCH" or "QUICK_GALLERY" or "QUICK_MENU" or "AVAMO" => "BOT",
        "FEEDBACK_V2" or "BOTFLOW" or "AGENT_GPT" or "APPFLOW" => "SCRIPTUS",
        "PUSHAPP" or "MOENGAGE" or "DEFAULT" => "PUSH",
        _ => "NONE",
    };
}
