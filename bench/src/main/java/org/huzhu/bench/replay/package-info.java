/**
 * The replay of past events, measured: the judge, the same rules in SQL on DuckDB, and the same rules in Drools.
 *
 * <p>All three judge the same made-up society ({@code Society}) and say what they found in the same words
 * ({@code Answers}), so that whoever is fast and wrong is found out.
 */
@NullMarked
package org.huzhu.bench.replay;

import org.jspecify.annotations.NullMarked;
