using MockMessaging.Contract;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Templates;

/// <summary>Approves templates when the time has come that was set for it.</summary>
internal sealed class TemplateApprovals : IResumable
{
    public const string Approved = "APPROVED";
    public const string Pending = "PENDING";

    public void Resume(WorkspaceTransaction transaction, IReadOnlyList<Push> unfinished)
    {
        foreach (var item in transaction.State.Configuration.Items)
        {
            Schedule(transaction, item);
        }
    }

    /// <summary>A timer for each moment at which a template becomes approved, as it is stored now, and no other.</summary>
    public static void Schedule(WorkspaceTransaction transaction, ConfigurationItem item)
    {
        if (item.Section != ConfigurationPart.Template)
        {
            return;
        }

        var approvals = transaction.State.Configuration.Approvals;
        var wanted = item.Notes?.Select(note => note.ApproveAt).OfType<long>().ToHashSet() ?? [];
        foreach (var (moment, timer) in approvals.Where(pending => pending.Key.TemplateId == item.Id && !wanted.Contains(pending.Key.DueMs)).ToList())
        {
            approvals.Remove(moment);
            transaction.Cancel(timer);
        }

        foreach (var dueMs in wanted.Where(dueMs => !approvals.ContainsKey((item.Id, dueMs))))
        {
            var timer = new ApprovalTimer(item, dueMs);
            approvals.Add((item.Id, dueMs), timer);
            transaction.Timers.Add(timer);
        }
    }

    /// <summary>The item with other statuses; what is said of a channel replaces what was known of it.</summary>
    public static ConfigurationItem With(ConfigurationItem item, IReadOnlyCollection<ApprovedChannels> rows, IReadOnlyCollection<ApprovalNote> notes)
    {
        var changed = rows.Select(row => row.ChannelId).ToHashSet(StringComparer.Ordinal);
        var known = item.Template!.Approved ?? [];
        return new ConfigurationItem
        {
            Section = item.Section,
            Id = item.Id,
            Template = item.Template with
            {
                Approved = [.. known.Select(row => rows.FirstOrDefault(other => other.ChannelId == row.ChannelId) ?? row), .. rows.Where(row => known.All(other => other.ChannelId != row.ChannelId))],
            },
            Notes = [.. (item.Notes ?? []).Where(note => !changed.Contains(note.ChannelId)), .. notes],
        };
    }
}

/// <summary>Approves a template on the channels for which that moment was set.</summary>
internal sealed class ApprovalTimer(ConfigurationItem item, long dueMs) : SandboxTimer(new DueOrder(dueMs, item.StoreId, 0))
{
    public override DueAction Action => new(DueKind.Approval, Detail: $"Template {item.Id} becomes approved.");

    public override void Fire(WorkspaceTransaction transaction)
    {
        transaction.State.Configuration.Approvals.Remove((item.Id, Due.DueMs));
        var current = transaction.State.Configuration.ItemOf(item.Section, item.Id);
        if (current?.Template is null)
        {
            return;
        }

        var due = current.Notes!.Where(note => note.ApproveAt == Due.DueMs).Select(note => note.ChannelId).ToHashSet(StringComparer.Ordinal);
        var approved = current.Template.Approved!.Where(row => due.Contains(row.ChannelId!))
            .Select(row => new ApprovedChannels { ChannelId = row.ChannelId, TemplateId = row.TemplateId, Status = TemplateApprovals.Approved }).ToList();
        transaction.Put(TemplateApprovals.With(current, approved, []));
    }
}
