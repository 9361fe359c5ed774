namespace MockMessaging.Benchmarks;

/// <summary>How long it takes from starting the process to the first message sent.</summary>
internal static class StartTimes
{
    private const int Rounds = 5;

    public static void Measure(Published published)
    {
        var (floor, memory, file) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            floor.Add(Once(published.StartFloor));
            memory.Add(Once(published.StartInMemory));
            file.Add(Once(published.StartOnFile));
        }

        Console.WriteLine();
        Console.WriteLine($"Start to first message/send, ms, median of {Rounds}");
        Console.WriteLine($"  floor     {Median(floor),6:F0}");
        Console.WriteLine($"  :memory:  {Median(memory),6:F0}   {Median(memory) / Median(floor):F2} x");
        Console.WriteLine($"  file      {Median(file),6:F0}   {Median(file) / Median(floor):F2} x");
    }

    private static double Once(Func<Server> start)
    {
        using var server = start();
        return server.StartTime.TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
