package io.modernize.cmdb.inventory.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Files that are uploaded to be imported. They lie in the database until then.
 *
 * @param maxSize of one file
 */
@ConfigurationProperties("cmdb.import.upload")
record UploadProperties(@DefaultValue("256MB") DataSize maxSize) {
    UploadProperties {
        if (maxSize.toBytes() < 1) {
            throw new IllegalArgumentException("cmdb.import.upload.max-size is positive");
        }
    }
}
