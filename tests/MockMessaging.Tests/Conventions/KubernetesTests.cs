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

    [Fact]
    public void Manifests_of_the_cluster_have_known_fields_only_and_fit_together()
    {
        var manifests = KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(SourceTree.Root, "src/MockMessaging.Cluster/kubernetes.yaml")), strict: true);

        var pod = Assert.Single(manifests.OfType<V1Deployment>()).Spec.Template;
        var container = Assert.Single(pod.Spec.Containers);
        var secret = Assert.Single(manifests.OfType<V1Secret>());
        var reference = container.Env.Select(variable => variable.ValueFrom?.SecretKeyRef).OfType<V1SecretKeySelector>().Single();
        Assert.Equal(secret.Metadata.Name, reference.Name);
        Assert.Contains(reference.Key, secret.StringData.Keys);
        Assert.Equal(pod.Metadata.Labels, Assert.Single(manifests.OfType<V1Service>()).Spec.Selector);
        Assert.Equal(pod.Metadata.Labels, Assert.Single(manifests.OfType<V1PodDisruptionBudget>()).Spec.Selector.MatchLabels);
        var policy = Assert.Single(manifests.OfType<V1NetworkPolicy>()).Spec;
        Assert.Equal(pod.Metadata.Labels, policy.PodSelector.MatchLabels);
        Assert.Equal(container.Ports.Select(port => port.Name).Order(StringComparer.Ordinal), policy.Ingress.SelectMany(rule => rule.Ports).Select(port => port.Port.Value).Order(StringComparer.Ordinal));
    }
}
