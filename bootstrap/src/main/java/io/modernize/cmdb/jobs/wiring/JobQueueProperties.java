package io.modernize.cmdb.jobs.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the queue of jobs.
 *
 * @param maxQueuedPerClientAccount the number of runs of a client account that may be queued at a time, at least 1. More
 *     are refused
 */
@ConfigurationProperties("cmdb.jobs")
record JobQueueProperties(@DefaultValue("200") int maxQueuedPerClientAccount) {}
