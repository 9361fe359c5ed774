namespace MockMessaging.Seeding;

/// <summary>A made-up customer; the phone is in international form without blanks, such as <c>+919812345678</c>.</summary>
internal sealed record Person(string FirstName, string LastName, string Phone, string Email)
{
    public string Name => $"{FirstName} {LastName}";
}
