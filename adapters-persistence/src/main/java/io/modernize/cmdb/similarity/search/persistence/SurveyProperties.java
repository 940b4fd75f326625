package io.modernize.cmdb.similarity.search.persistence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param surveyMaxAge the greatest age of a count of all candidates from which a plan is chosen; 0 counts each time */
@ConfigurationProperties("cmdb.search.plan")
record SurveyProperties(@DefaultValue("5s") Duration surveyMaxAge) {}
