/**
 * The facts of many members, in columns of primitives.
 *
 * <p>{@link org.huzhu.columns.FactColumns} holds the same facts as {@link org.huzhu.facts.Case}, for many members and
 * without an object for each: days are numbers of days since 1970-01-01, money is whole fen, words are numbers of a
 * {@link org.huzhu.columns.Words}. A {@link org.huzhu.columns.FactBuilder} fills them, member by member. Nothing here
 * judges.
 */
@NullMarked
package org.huzhu.columns;

import org.jspecify.annotations.NullMarked;
