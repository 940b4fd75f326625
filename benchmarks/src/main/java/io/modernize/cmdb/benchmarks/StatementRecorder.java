package io.modernize.cmdb.benchmarks;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts a {@link RecordingDataSource} in front of the pool that the service searches with. */
final class StatementRecorder implements BeanPostProcessor {
    private static final String APPLICATION_POOL = "applicationDataSource";

    private @Nullable RecordingDataSource dataSource;

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (beanName.equals(APPLICATION_POOL)) {
            RecordingDataSource recording = new RecordingDataSource((DataSource) bean);
            dataSource = recording;
            return recording;
        }
        return bean;
    }

    /** The statements that the service sends in this thread during the work. */
    List<SentStatement> during(Runnable work) {
        RecordingDataSource recording = dataSource;
        if (recording == null) {
            throw new IllegalStateException("the service has no pool named " + APPLICATION_POOL);
        }
        return recording.during(work);
    }
}
