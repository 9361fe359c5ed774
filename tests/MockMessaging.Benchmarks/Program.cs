using MockMessaging.Benchmarks;

if (args is ["floor", ..])
{
    await FloorApp.RunAsync(args);
    return;
}

using var published = Published.Build();
StartTimes.Measure(published);
Throughput.Measure(published);
