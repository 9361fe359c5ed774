namespace MockMessaging.Seeding;

internal sealed record PlaceSample(string Name, string Address, string Latitude, string Longitude);
