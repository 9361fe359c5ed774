using k8s;
using k8s.Models;
using Xunit;

namespace MockMessaging.Tests.Conventions;

/// <summary>The manifests are what Kubernetes takes: the client refuses fields that its API does not have.</summary>
public sealed class KubernetesTests
{
    [Fact]
    public void Manifests_have_known_fields_only_and_fit_together()
    {
        var manifests = KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(SourceTree.Root, "src/MockMessaging.Kubernetes/mock-messaging.yaml")), strict: true);

        var deployment = Assert.Single(manifests.OfType<V1Deployment>());
        var service = Assert.Single(manifests.OfType<V1Service>());
        var claim = Assert.Single(manifests.OfType<V1PersistentVolumeClaim>());
        var pod = deployment.Spec.Template;
        Assert.Equal(pod.Metadata.Labels, service.Spec.Selector);
        Assert.Equal(pod.Metadata.Labels, deployment.Spec.Selector.MatchLabels);
        Assert.Equal(claim.Metadata.Name, Assert.Single(pod.Spec.Volumes).PersistentVolumeClaim.ClaimName);
        Assert.Equal(Assert.Single(pod.Spec.Volumes).Name, Assert.Single(pod.Spec.Containers[0].VolumeMounts).Name);
        Assert.Equal(pod.Spec.Containers[0].Ports[0].Name, service.Spec.Ports[0].TargetPort);
    }
}
