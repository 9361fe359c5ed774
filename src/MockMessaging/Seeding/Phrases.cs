namespace MockMessaging.Seeding;

/// <summary>Words of made-up customers. <c>{order}</c> and <c>{product}</c> are placeholders.</summary>
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

/// <summary>Real cities, so that the address and the coordinates of a made-up location agree.</summary>
internal sealed record City(string Name, string State, double Latitude, double Longitude)
{
    public static readonly City[] All =
    [
        new("Mumbai", "Maharashtra", 19.0760, 72.8777),
        new("Pune", "Maharashtra", 18.5204, 73.8567),
        new("New Delhi", "Delhi", 28.6139, 77.2090),
        new("Bengaluru", "Karnataka", 12.9716, 77.5946),
        new("Chennai", "Tamil Nadu", 13.0827, 80.2707),
        new("Kochi", "Kerala", 9.9312, 76.2673),
        new("Hyderabad", "Telangana", 17.3850, 78.4867),
        new("Kolkata", "West Bengal", 22.5726, 88.3639),
        new("Jaipur", "Rajasthan", 26.9124, 75.7873),
        new("Ahmedabad", "Gujarat", 23.0225, 72.5714),
    ];
}
