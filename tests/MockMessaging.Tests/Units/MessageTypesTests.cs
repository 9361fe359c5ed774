using System.Reflection;
using MockMessaging.Contract;
using MockMessaging.Control;
using MockMessaging.Conversations;
using Xunit;

namespace MockMessaging.Tests.Units;

/// <summary>The table of message types is complete: it has what the shapes of messages hold and what the vendor's document lists.</summary>
public sealed class MessageTypesTests
{
    private static readonly IReadOnlyList<string> Documented =
        [.. DocumentedValuesAttribute.Of<OutBoundMsg>(nameof(OutBoundMsg.Type)).Union(DocumentedValuesAttribute.Of<InBoundMsg>(nameof(InBoundMsg.Type)))];

    /// <summary>Properties of messages that hold no content of a type.</summary>
    private static readonly string[] NoContent =
    [
        nameof(OutBoundMsg.Options), nameof(OutBoundMsg.To), nameof(CustomerContent.Reply), nameof(CustomerContent.Content),
    ];

    public static TheoryData<string> OutboundContents => [.. ContentsOf<OutBoundMsg>()];

    public static TheoryData<string> InboundContents => [.. ContentsOf<CustomerContent>()];

    [Fact]
    public void Every_documented_type_is_in_the_table_once()
    {
        Assert.Empty(Documented.Except(MessageTypes.All.Select(type => type.Name)));
        Assert.Distinct(MessageTypes.All.Select(type => type.Name), StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(OutboundContents))]
    public void Type_needs_the_object_of_its_name(string content)
    {
        var type = MessageTypes.Find(content)!;
        var message = new OutBoundMsg();
        Assert.Null(type.Outbound!(message));

        Fill(message, content);
        message.Template?.Code = "ORDER";

        Assert.NotNull(type.Outbound(message));
    }

    [Theory]
    [MemberData(nameof(InboundContents))]
    public void Type_of_a_customers_message_follows_from_its_content(string content)
    {
        var message = new CustomerMessage();
        Fill(message, content);

        var type = MessageTypes.All.FirstOrDefault(type => type.Inbound?.Invoke(message) is not null)?.Name ?? MessageTypes.Text;

        Assert.Equal(content, type, ignoreCase: true);
        Assert.NotNull(MessageTypes.Find(content)!.Compose);
        Assert.Contains(type, MessageTypes.FromCustomers);
        Assert.Contains(type, PushSubjects.All);
    }

    [Fact]
    public void Made_up_traffic_has_ten_shares() => Assert.Equal(10, MessageTypes.All.Sum(type => type.TrafficShare));

    private static IEnumerable<string> ContentsOf<T>() => typeof(T).GetProperties()
        .Where(property => property.PropertyType != typeof(string) && property.PropertyType != typeof(bool?) && !NoContent.Contains(property.Name))
        .Select(property => property.Name);

    private static void Fill(object message, string content)
    {
        var property = message.GetType().GetProperty(content, BindingFlags.Public | BindingFlags.Instance)!;
        property.SetValue(message, property.PropertyType.IsInterface ? Array.CreateInstance(property.PropertyType.GetGenericArguments()[0], 1) : Activator.CreateInstance(property.PropertyType));
    }
}
