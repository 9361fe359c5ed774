using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MockMessaging.Contract;
using MockMessaging.Http;

namespace MockMessaging.Benchmarks.Inner;

/// <summary>From the bytes of a message/send to the parsed message.</summary>
public class Reading : Piece
{
    private readonly ContractInputFormatter _formatter = new(ContractJsonOptions.Request);
    private readonly ModelMetadata _shape = new EmptyModelMetadataProvider().GetMetadataForType(typeof(OutBoundMsg));

    /// <summary>Reads the body.</summary>
    [Benchmark(Description = "reading a message/send body")]
    public object? Read()
    {
        var context = new DefaultHttpContext { RequestServices = Sandbox.Services };
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = Sandbox.Body.Length;
        context.Request.Body = new MemoryStream(Sandbox.Body);
        var read = _formatter.ReadAsync(new InputFormatterContext(context, "", new ModelStateDictionary(), _shape, (stream, encoding) => new StreamReader(stream, encoding)));
        return read.GetAwaiter().GetResult().Model;
    }
}
