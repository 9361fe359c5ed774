using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Seeding;
using MockMessaging.Workspaces;

namespace MockMessaging.Conversations;

/// <summary>Writes an inbound message as production pushes it, making up what was left out.</summary>
internal sealed class InboundComposer(WorkspaceTransaction transaction)
{
    private People People => transaction.State.People;

    public InboundContent Compose(CustomerMessage given, ObjectId id, Session session)
    {
        var contact = session.Contact;
        var message = new InBoundMsg
        {
            Id = id.ToString(),
            MessageIdExt = IdSource.External(id),
            From = contact.Phone ?? contact.Email ?? contact.Csid,
            ContactId = contact.Id,
            Timestamp = transaction.Now,
            Session = new MsgSession { SessionId = session.Id, RoutingId = session.RoutingId },
        };
        var type = KindOf(given);
        Fill(message, type, given);
        return new InboundContent(type, Write(message));
    }

    private static string KindOf(CustomerMessage given) => given switch
    {
        { Reply: not null } => "text",
        { Type: { Length: > 0 } type } => type,
        { Image: not null } => "image",
        { Video: not null } => "video",
        { Audio: not null } => "audio",
        { Voice: not null } => "voice",
        { Document: not null } => "document",
        { Location: not null } => "location",
        { Contacts: not null } => "contacts",
        _ => "text",
    };

    private void Fill(InBoundMsg message, string type, CustomerMessage given)
    {
        // The documented types have no word for cards; they come as text whose own type tells what it is.
        message.Type = type == "contacts" ? InBoundMsgType.Text : WireNames.Parse<InBoundMsgType>(type);
        switch (type)
        {
            case "image":
                message.Image = Attach(message, type, given.Image);
                break;
            case "video":
                message.Video = Attach(message, type, given.Video);
                break;
            case "audio":
                message.Audio = Attach(message, type, given.Audio);
                break;
            case "voice":
                message.Voice = Attach(message, type, given.Voice);
                break;
            case "document":
                message.Document = Attach(message, type, given.Document);
                break;
            case "location":
                message.Location = given.Location ?? MadeUpPlace();
                message.Text = new InBoundMsgText { Body = message.Location.Name ?? message.Location.Address ?? "", Type = type };
                break;
            case "contacts":
                message.Text = new InBoundMsgText { Body = CardNames(given.Contacts ?? [MadeUpCard()]), Type = type };
                break;
            case "text" when given.Reply is { } reply:
                message.Form = new FormReply { ReplyId = reply.Id ?? reply.Title, ReplyTitle = reply.Title ?? reply.Id, ReplyDesc = reply.Desc };
                message.Text = new InBoundMsgText { Body = message.Form.ReplyTitle ?? "", Type = "button" };
                break;
            default:
                message.Text = new InBoundMsgText { Body = given.Text?.Body ?? People.Text(transaction.NextRoll()), Type = "text" };
                break;
        }
    }

    private InBoundMsgMedia Attach(InBoundMsg message, string kind, OutBoundMsgMedia? given)
    {
        var sample = People.Media(kind, transaction.NextRoll());
        var link = given?.Link ?? sample.Link;
        var media = new InBoundMsgMedia
        {
            Caption = given?.Caption ?? (given is null ? sample.Caption : null),
            Filename = given?.Filename ?? (given?.Link is null ? sample.Filename : MediaNames.FileNameOf(link)),
            Link = link,
            LinkSecure = link.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "https://" + link[7..] : link,
            MimeType = sample.MimeType,
        };
        message.Attachments = [media];
        return media;
    }

    private CommonMsgLocation MadeUpPlace()
    {
        var place = People.Place(transaction.NextRoll());
        return new CommonMsgLocation { Name = place.Name, Address = place.Address, Latitude = place.Latitude, Longitude = place.Longitude };
    }

    private CommonMsgContactCard MadeUpCard()
    {
        var card = People.Card(transaction.NextRoll());
        return new CommonMsgContactCard { Name = new OutBoundMsgContactName { FormattedName = card.Person.Name } };
    }

    private static string CardNames(IEnumerable<CommonMsgContactCard> cards) =>
        string.Join(", ", cards.Select(card => card.Name?.FormattedName ?? card.Phones?.FirstOrDefault()?.Phone ?? "contact"));

    private static byte[] Write(InBoundMsg message)
    {
        if (message.Form is null)
        {
            return JsonSerializer.SerializeToUtf8Bytes(message, ContractJsonOptions.Sparse.Shape<InBoundMsg>());
        }

        // The document calls a reply "form"; production's own client reads "input". Both are sent.
        var written = JsonSerializer.SerializeToNode(message, ContractJsonOptions.Sparse.Shape<InBoundMsg>())!.AsObject();
        written["input"] = written["form"]!.DeepClone();
        return JsonSerializer.SerializeToUtf8Bytes(written, ContractJsonOptions.Sparse);
    }
}
