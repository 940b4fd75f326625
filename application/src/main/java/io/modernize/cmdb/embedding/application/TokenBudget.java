package io.modernize.cmdb.embedding.application;

import java.util.OptionalLong;

/**
 * The number of tokens after which embedding jobs stop.
 *
 * @param tokensPerDay the tokens of a client account per day (UTC); empty for no limit
 */
public record TokenBudget(OptionalLong tokensPerDay) {}
