package io.modernize.cmdb.inventory.wiring;

import io.modernize.cmdb.inventory.application.ReceiveUpload.UploadLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of uploaded files. They stay in the database until they are imported.
 *
 * @param maxSize the greatest size of one file
 * @param maxBytesPerClientAccount the greatest size of all files of a client account that wait
 * @param maxFilesPerClientAccount the number of files of a client account that may wait
 * @param keep the time after which a file that nobody has imported is deleted
 * @param maxTime the time that one upload may take
 * @param atATime the uploads at a time in an instance, at least 2. A quarter of them, at least one, is only for client
 *     accounts without another upload.
 * @param perClientAccount the uploads of one client account at a time in an instance
 */
@ConfigurationProperties("cmdb.import.upload")
record UploadProperties(
        @DefaultValue("256MB") DataSize maxSize,
        @DefaultValue("1GB") DataSize maxBytesPerClientAccount,
        @DefaultValue("100") int maxFilesPerClientAccount,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("1h") Duration maxTime,
        @DefaultValue("4") int atATime,
        @DefaultValue("2") int perClientAccount) {
    UploadProperties {
        if (maxSize.toBytes() < 1) {
            throw new IllegalArgumentException("cmdb.import.upload.max-size is positive");
        }
        if (atATime < 2 || perClientAccount < 1) {
            throw new IllegalArgumentException(
                    "cmdb.import.upload.at-a-time is at least 2, and cmdb.import.upload.per-client-account at least 1");
        }
    }

    UploadLimits limits() {
        return new UploadLimits(
                maxSize.toBytes(), maxBytesPerClientAccount.toBytes(), maxFilesPerClientAccount, maxTime, keep);
    }

    int reserved() {
        return Math.max(1, atATime / 4);
    }
}
