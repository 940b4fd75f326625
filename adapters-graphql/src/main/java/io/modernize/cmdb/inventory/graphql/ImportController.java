package io.modernize.cmdb.inventory.graphql;

import static io.modernize.cmdb.tenancy.Permission.DATA_FULL_ACCESS;

import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationErrorCode;
import io.modernize.cmdb.inventory.application.ImportArguments;
import io.modernize.cmdb.inventory.application.ImportUploads;
import io.modernize.cmdb.inventory.application.ImportUploads.ImportUpload;
import io.modernize.cmdb.inventory.imports.ImportUploadId;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.application.OperateJobs;
import io.modernize.cmdb.jobs.application.OperateJobs.JobCommand;
import io.modernize.cmdb.jobs.graphql.StartJobPayload;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Starts imports of uploaded files. */
@Controller
final class ImportController {
    private final ImportUploads uploads;
    private final OperateJobs operate;
    private final Clock clock;

    ImportController(ImportUploads uploads, OperateJobs operate, Clock clock) {
        this.uploads = uploads;
        this.operate = operate;
        this.clock = clock;
    }

    @MutationMapping
    StartJobPayload startImport(
            @Requires(DATA_FULL_ACCESS) TenantScope scope, PrincipalIdentity caller, @Argument StartImportInput input) {
        Optional<ImportUploadId> id = Uuids.find(input.uploadId()).map(ImportUploadId::new);
        if (id.isEmpty()) {
            return StartJobPayload.refused(MutationError.noUuid("uploadId"));
        }
        Optional<ImportUpload> found = uploads.find(scope, id.get());
        if (found.isEmpty()) {
            return StartJobPayload.refused(uploadUnknown());
        }
        ImportUpload upload = found.get();
        return StartJobPayload.from(
                scope,
                operate.start(new JobCommand(
                        scope,
                        upload.engagementId(),
                        JobKind.IMPORT,
                        JobSize.ofImport(upload.bytes()),
                        Map.of(
                                ImportArguments.UPLOAD,
                                upload.id().toString(),
                                ImportArguments.DELETE_MISSING,
                                String.valueOf(Boolean.TRUE.equals(input.deleteMissing()))),
                        caller.text())),
                clock.instant());
    }

    /** Whether the file exists elsewhere makes no difference. */
    private static MutationError uploadUnknown() {
        return new MutationError(
                MutationErrorCode.UPLOAD_UNKNOWN,
                "There is no such uploaded file in this engagement.",
                "uploadId",
                "Upload it: POST /imports/uploads?engagementId=…&fileName=…");
    }
}
