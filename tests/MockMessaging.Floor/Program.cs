// The least a controller can do with the same request: what the sandbox is measured against.
using MockMessaging.Floor;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddControllers().AddJsonOptions(json => json.JsonSerializerOptions.TypeInfoResolverChain.Insert(0, FloorJson.Default));
var app = builder.Build();
app.MapControllers();
await app.RunAsync();
