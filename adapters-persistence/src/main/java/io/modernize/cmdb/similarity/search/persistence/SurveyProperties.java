package io.modernize.cmdb.similarity.search.persistence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param surveyMaxAge how old a count of all candidates may be, and a choice of plan made from it; 0 for not at all */
@ConfigurationProperties("cmdb.search.plan")
record SurveyProperties(@DefaultValue("5s") Duration surveyMaxAge) {}
