namespace MockMessaging.Seeding;

/// <summary>What made-up customers say, with <c>{order}</c> and <c>{product}</c> to be filled in.</summary>
internal static class Phrases
{
    public static readonly string[] MailDomains = ["example.com", "example.org"];

    public static readonly string[] Places = ["Home", "Office", "Market Gate", "Metro Station", "Community Hall", "Corner Shop"];

    public static readonly string[] Products = ["copper desk lamp", "linen curtain", "clay teapot", "oak stool", "wall clock", "jute rug"];

    public static readonly string[] Texts =
    [
        "Where is my order {order}?",
        "Hi, can I still change the address of {order}?",
        "The {product} I got is broken.",
        "Is the {product} back in stock?",
        "Please cancel {order}, I ordered it twice.",
        "How do I send back the {product}?",
        "I have not received the invoice for {order}.",
        "Can somebody call me about {order}?",
        "Does the {product} come in blue?",
        "Thank you, {order} arrived today!",
        "My payment failed but {order} shows as paid.",
        "What is the warranty on the {product}?",
    ];
}
