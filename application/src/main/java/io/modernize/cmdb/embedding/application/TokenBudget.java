package io.modernize.cmdb.embedding.application;

import java.util.OptionalLong;

/**
 * After how much embedding jobs stop.
 *
 * @param tokensPerDay of a client account and a day (UTC); empty for no limit
 */
public record TokenBudget(OptionalLong tokensPerDay) {}
