/**
 * Plans compiled for judging: the numbers of each clause where the judge needs them, words as numbers.
 *
 * <p>{@link org.huzhu.rules.Rulebook} is a whole {@link org.huzhu.plan.Library} in this form. It is made in a moment,
 * holds no facts, and serves any number of threads. Nothing here judges.
 */
@NullMarked
package org.huzhu.rules;

import org.jspecify.annotations.NullMarked;
