package io.modernize.cmdb.jobs.graphql;

import static io.modernize.cmdb.tenancy.Permission.ACCOUNT_MANAGE;
import static io.modernize.cmdb.tenancy.Permission.DATA_FULL_ACCESS;

import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.jobs.application.OperateJobs;
import io.modernize.cmdb.jobs.application.OperateJobs.ChangeOutcome;
import io.modernize.cmdb.jobs.application.OperateJobs.JobCommand;
import io.modernize.cmdb.tenancy.EffectivePermissions;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Starts, stops and restarts jobs. */
@Controller
final class JobController {
    private final OperateJobs operate;
    private final JobRuns runs;
    private final EngagementCatalog engagements;
    private final Clock clock;

    JobController(OperateJobs operate, JobRuns runs, EngagementCatalog engagements, Clock clock) {
        this.operate = operate;
        this.runs = runs;
        this.engagements = engagements;
        this.clock = clock;
    }

    /** The field {@code engagementId} of an input is not used here, because it has become part of the scope. */
    @MutationMapping
    StartJobPayload startEmbedding(@Requires(DATA_FULL_ACCESS) TenantScope scope, PrincipalIdentity caller) {
        return start(scope, ScopeArguments.engagement(scope).orElse(null), JobKind.EMBEDDING, caller);
    }

    @MutationMapping
    StartJobPayload startDuplicateSearch(@Requires(DATA_FULL_ACCESS) TenantScope scope, PrincipalIdentity caller) {
        EngagementId engagementId = oneEngagement(scope);
        return start(scope, engagementId, JobKind.DUPLICATES, caller);
    }

    /** Deletes an engagement. The caller has to name its slug as a confirmation. */
    @MutationMapping
    StartJobPayload startOffboarding(
            @Requires(ACCOUNT_MANAGE) TenantScope scope,
            PrincipalIdentity caller,
            @Argument StartOffboardingInput input) {
        EngagementId engagementId = oneEngagement(scope);
        boolean named = engagements.engagements(scope).stream()
                .anyMatch(engagement -> engagement.slug().value().equals(input.confirm()));
        if (!named) {
            return StartJobPayload.refused(JobErrors.notConfirmed());
        }
        return start(
                scope,
                engagementId,
                JobKind.OFFBOARDING,
                Map.of("export", String.valueOf(Boolean.TRUE.equals(input.export()))),
                caller);
    }

    @MutationMapping
    StartJobPayload startReindex(@Requires(ACCOUNT_MANAGE) TenantScope scope, PrincipalIdentity caller) {
        return start(scope, null, JobKind.REINDEX, caller);
    }

    @MutationMapping
    StartJobPayload startAudit(@Requires(ACCOUNT_MANAGE) TenantScope scope, PrincipalIdentity caller) {
        return start(scope, null, JobKind.AUDIT, caller);
    }

    @MutationMapping
    StartJobPayload startMigration(@Requires(ACCOUNT_MANAGE) TenantScope scope, PrincipalIdentity caller) {
        return start(scope, null, JobKind.MIGRATION, caller);
    }

    private static EngagementId oneEngagement(TenantScope scope) {
        return ScopeArguments.engagement(scope)
                .orElseThrow(() -> CommonRefusals.engagementNeeded("This is about one engagement."));
    }

    private StartJobPayload start(
            TenantScope scope, @Nullable EngagementId engagementId, JobKind kind, PrincipalIdentity caller) {
        return start(scope, engagementId, kind, Map.of(), caller);
    }

    private StartJobPayload start(
            TenantScope scope,
            @Nullable EngagementId engagementId,
            JobKind kind,
            Map<String, String> arguments,
            PrincipalIdentity caller) {
        if (engagementId == null && !(scope.engagements() instanceof EngagementSelection.All)) {
            throw kind == JobKind.EMBEDDING
                    ? CommonRefusals.oneOrAllEngagementsNeeded()
                    : CommonRefusals.allEngagementsNeeded();
        }
        return StartJobPayload.from(
                scope,
                operate.start(new JobCommand(scope, engagementId, kind, JobSize.LARGE, arguments, caller.text())),
                clock.instant());
    }

    @MutationMapping
    ChangeJobPayload stopJob(
            @Requires(DATA_FULL_ACCESS) TenantScope scope,
            @Requires(DATA_FULL_ACCESS) EffectivePermissions permissions,
            @Argument StopJobInput input) {
        return change(scope, permissions, input.id(), operate::stop);
    }

    @MutationMapping
    ChangeJobPayload restartJob(
            @Requires(DATA_FULL_ACCESS) TenantScope scope,
            @Requires(DATA_FULL_ACCESS) EffectivePermissions permissions,
            @Argument RestartJobInput input) {
        return change(scope, permissions, input.id(), operate::restart);
    }

    private ChangeJobPayload change(
            TenantScope scope,
            EffectivePermissions permissions,
            String id,
            BiFunction<TenantScope, JobRunId, ChangeOutcome> change) {
        Optional<JobRunId> jobId = Uuids.find(id).map(JobRunId::new);
        if (jobId.isEmpty()) {
            return ChangeJobPayload.refused(MutationError.noUuid("id"));
        }
        Optional<JobRun> run = runs.find(scope, jobId.get());
        if (run.isEmpty()) {
            return ChangeJobPayload.refused(JobErrors.unknown());
        }
        permissions.lacking(run.get().kind().permission()).ifPresent(lack -> {
            throw CommonRefusals.notPermitted(run.get().kind().permission(), lack);
        });
        return changed(scope, change.apply(scope, jobId.get()));
    }

    private ChangeJobPayload changed(TenantScope scope, ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed(var run) -> ChangeJobPayload.changed(payload(scope, run));
            case ChangeOutcome.NotPossible(var run) -> ChangeJobPayload.notChangeable(payload(scope, run));
            case ChangeOutcome.TooMany(var run) -> ChangeJobPayload.tooMany(payload(scope, run));
            case ChangeOutcome.Unknown() -> ChangeJobPayload.refused(JobErrors.unknown());
        };
    }

    private JobRunPayload payload(TenantScope scope, JobRun run) {
        return JobRunPayload.from(scope, run, clock.instant());
    }
}
