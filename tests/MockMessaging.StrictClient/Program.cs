using MockMessaging.StrictClient;
using NSwag;
using NSwag.CodeGeneration.CSharp;

// Writes the C# client a user would get from the vendor's published contract: args are contract.json and the file to write.
var document = await OpenApiDocument.FromJsonAsync(PublishedDocument.From(await File.ReadAllTextAsync(args[0])));
var generator = new CSharpClientGenerator(document, new CSharpClientGeneratorSettings
{
    ClassName = "VendorClient",
    UseBaseUrl = false,
    GenerateOptionalParameters = true,
    CSharpGeneratorSettings =
    {
        Namespace = "MockMessaging.Tests.StrictClient",
        JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.NewtonsoftJson,
        GenerateNullableReferenceTypes = false,
    },
});
var file = generator.GenerateFile();
if (!File.Exists(args[1]) || await File.ReadAllTextAsync(args[1]) != file)
{
    await File.WriteAllTextAsync(args[1], file);
}
