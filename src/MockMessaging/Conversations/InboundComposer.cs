using MockMessaging.Contract;
using MockMessaging.Ids;
using MockMessaging.Seeding;
using MockMessaging.State;

namespace MockMessaging.Conversations;

/// <summary>A composed message of a customer: its type, its text, the cards or the file in it, and the item that is pushed as UTF-8 JSON.</summary>
internal readonly record struct InboundContent(string Type, string? Text, IReadOnlyList<CommonMsgContactCard>? Cards, SentFile? File, byte[] Body);

/// <summary>Writes one message of a customer as production pushes it, and makes up what was left out.</summary>
internal sealed class InboundComposer(WorkspaceTransaction transaction, CustomerContent given, MediaLinks media)
{
    private IReadOnlyList<CommonMsgContactCard>? _cards;
    private SentFile? _file;
    private InBoundMsgMedia? _sticker;
    private ObjectId _id;

    public CustomerContent Given => given;

    public InBoundMsg Message { get; } = new();

    private People People => transaction.State.People;

    public InboundContent Compose(ObjectId id, Session session)
    {
        var contact = session.Contact;
        var type = TypeOf(given);
        _id = id;
        Message.Id = id.ToString();
        Message.MessageIdExt = IdSource.External(id);
        Message.From = contact.Phone ?? contact.Email ?? contact.Csid;
        Message.ContactId = contact.Id;
        Message.Timestamp = transaction.Now;
        Message.Session = new MsgSession { SessionId = session.Id, RoutingId = session.RoutingId };
        Message.Type = type;
        if (MessageTypes.Find(type)?.Compose is { } compose)
        {
            compose(this);
        }
        else
        {
            AddGivenText();
        }

        return new InboundContent(type, Message.Text?.Body, _cards, _file, ItemWriter.Write(Message, _sticker, given.Content));
    }

    private static string TypeOf(CustomerContent given) => given switch
    {
        { Reply: not null } => MessageTypes.Text,
        { Type: { Length: > 0 } type } => MessageTypes.NameOf(type),
        _ => MessageTypes.All.FirstOrDefault(type => type.Inbound?.Invoke(given) is not null)?.Name ?? MessageTypes.Text,
    };

    public void AddText()
    {
        if (given.Reply is { } reply)
        {
            Message.Form = new FormReply { ReplyId = reply.Id ?? reply.Title, ReplyTitle = reply.Title ?? reply.Id, ReplyDesc = reply.Desc };
            Message.Text = new InBoundMsgText { Body = Message.Form.ReplyTitle ?? "", Type = "button" };
        }
        else
        {
            Message.Text = new InBoundMsgText { Body = given.Text?.Body ?? People.Text(transaction.NextRandomIndex()), Type = MessageTypes.Text };
        }
    }

    public void AddGivenText() =>
        Message.Text = given.Text?.Body is { } text ? new InBoundMsgText { Body = text, Type = MessageTypes.Text } : null;

    public InBoundMsgMedia Attach(string type, CustomerMedia? medium)
    {
        var sample = People.Media(type, transaction.NextRandomIndex());
        var upload = medium is null ? null : MediaLinks.UploadOf(transaction.State, medium);
        var mimeType = MediaLinks.TypeOf(medium, upload) ?? sample.MimeType;
        var filename = MediaLinks.Given(medium?.Filename) ?? upload?.Filename;
        if (medium?.Link is null)
        {
            filename ??= SampleFile.Find(mimeType) is { } content ? Path.ChangeExtension(sample.Filename, content.Extension) : sample.Filename;
            _file = new SentFile(filename, mimeType, MediaPath.TokenOf(transaction.State.Seed, _id), upload?.Id);
        }

        var link = medium?.Link ?? media.Of(transaction, _id.ToString(), _file!);
        var attached = new InBoundMsgMedia
        {
            Caption = medium is null ? sample.Caption : medium.Caption,
            Filename = MediaFiles.NameOf(filename, link),
            Link = link,
            LinkSecure = media.SecureOf(link, isOwn: medium?.Link is null),
            MimeType = mimeType,
            Id = medium?.Id,
            Sha256 = medium?.Sha256,
        };
        Message.Attachments = [attached];
        return attached;
    }

    /// <summary>Production pushes stickers, although the document does not list them.</summary>
    public void AddSticker() => _sticker = Attach(MessageTypes.Sticker, given.Sticker);

    public void AddLocation()
    {
        Message.Location = given.Location ?? MadeUpLocation();
        Message.Text = new InBoundMsgText { Body = Message.Location.Name ?? Message.Location.Address ?? "", Type = MessageTypes.Location };
    }

    /// <summary>The document lists no type for cards: they are pushed as text, and the type of the text is contacts.</summary>
    public void AddCards()
    {
        _cards = given.Contacts ?? [new CommonMsgContactCard { Name = new OutBoundMsgContactName { FormattedName = People.CardHolder(transaction.NextRandomIndex()).Name } }];
        var names = _cards.Select(card => card.Name?.FormattedName ?? card.Phones?.FirstOrDefault()?.Phone ?? "contact");
        Message.Type = MessageTypes.Text;
        Message.Text = new InBoundMsgText { Body = string.Join(", ", names), Type = MessageTypes.Contacts };
    }

    private CommonMsgLocation MadeUpLocation()
    {
        var place = People.Place(transaction.NextRandomIndex());
        return new CommonMsgLocation { Name = place.Name, Address = place.Address, Latitude = place.Latitude, Longitude = place.Longitude };
    }
}
