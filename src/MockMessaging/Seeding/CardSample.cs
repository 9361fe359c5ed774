namespace MockMessaging.Seeding;

internal sealed record CardSample(Person Person, string Company, string Title);
