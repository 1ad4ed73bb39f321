/**
 * The replay (试算): what a plan would have given if its text had been another, over all facts of many years.
 *
 * <p>A {@link org.huzhu.replay.Replay} holds the facts in memory and answers a {@link org.huzhu.replay.Question} with a
 * {@link org.huzhu.replay.Comparison} of two libraries. Entitlement is worked out anew by the one judge; what was paid
 * in fact, and what people would do under other rules, is not looked at.
 */
@NullMarked
package org.huzhu.replay;

import org.jspecify.annotations.NullMarked;
