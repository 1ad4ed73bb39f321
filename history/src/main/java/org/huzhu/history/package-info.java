/**
 * The store of past events and payments: a folder of Parquet files, described in {@code docs/history.md}.
 *
 * <p>{@link org.huzhu.history.HistoryWriter} makes one from parts, {@link org.huzhu.history.History} reads it back,
 * each part straight into {@link org.huzhu.columns.FactColumns}. What it holds is said once, in
 * {@link org.huzhu.history.Table}. Nothing here judges.
 */
@NullMarked
package org.huzhu.history;

import org.jspecify.annotations.NullMarked;
