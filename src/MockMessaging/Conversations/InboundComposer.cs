using MockMessaging.Contract;
using MockMessaging.Ids;
using MockMessaging.Seeding;
using MockMessaging.State;

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
        var cards = type == MessageTypes.Contacts ? given.Contacts ?? [MadeUpCard()] : null;
        Fill(message, type, given, cards ?? []);
        return new InboundContent(type, message.Text?.Body, cards, ItemWriter.Write(message, given.Content));
    }

    private static string KindOf(CustomerMessage given) => given switch
    {
        { Reply: not null } => "text",
        { Type: { Length: > 0 } type } => MessageTypes.Of(type),
        { Image: not null } => "image",
        { Video: not null } => "video",
        { Audio: not null } => "audio",
        { Voice: not null } => "voice",
        { Document: not null } => "document",
        { Location: not null } => "location",
        { Contacts: not null } => "contacts",
        _ => "text",
    };

    private void Fill(InBoundMsg message, string type, CustomerMessage given, IReadOnlyList<CommonMsgContactCard> cards)
    {
        // The documented types have no word for cards; they come as text whose own type tells what it is.
        message.Type = type == MessageTypes.Contacts ? MessageTypes.Text : type;
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
                message.Text = new InBoundMsgText { Body = CardNames(cards), Type = type };
                break;
            case "text" when given.Reply is { } reply:
                message.Form = new FormReply { ReplyId = reply.Id ?? reply.Title, ReplyTitle = reply.Title ?? reply.Id, ReplyDesc = reply.Desc };
                message.Text = new InBoundMsgText { Body = message.Form.ReplyTitle ?? "", Type = "button" };
                break;
            case "text":
                message.Text = new InBoundMsgText { Body = given.Text?.Body ?? People.Text(transaction.NextRoll()), Type = "text" };
                break;
            default:
                message.Text = given.Text?.Body is { } words ? new InBoundMsgText { Body = words, Type = "text" } : null;
                break;
        }
    }

    private InBoundMsgMedia Attach(InBoundMsg message, string kind, CustomerMedia? given)
    {
        var sample = People.Media(kind, transaction.NextRoll());
        var link = given?.Link ?? sample.Link;
        var media = new InBoundMsgMedia
        {
            Caption = given?.Caption ?? (given is null ? sample.Caption : null),
            Filename = MediaFiles.NameOf(given?.Filename, link),
            Link = link,
            LinkSecure = link.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "https://" + link[7..] : link,
            MimeType = given?.MimeType ?? MediaFiles.TypeOf(given?.Filename, given?.Link) ?? sample.MimeType,
            Id = given?.Id,
            Sha256 = given?.Sha256,
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
}
