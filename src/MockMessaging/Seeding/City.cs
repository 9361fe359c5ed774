namespace MockMessaging.Seeding;

/// <summary>Real places, so that address and coordinates of a made-up location agree.</summary>
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

/// <summary>A made-up customer; the phone is in international form without blanks, such as <c>+919812345678</c>.</summary>
internal sealed record Person(string FirstName, string LastName, string Phone, string Email)
{
    public string Name => $"{FirstName} {LastName}";
}
