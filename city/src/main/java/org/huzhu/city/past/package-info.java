/**
 * Made-up histories: members of a society with their cover and all that happened to them over years, in columns. No
 * real person is in here.
 *
 * <p>A history is made part by part, each of which follows from the order and its own number alone: parts can be made
 * in any order, by any number of threads and on any machine. What a plan would give for the events is not known here.
 *
 * <p>Start with {@link org.huzhu.city.past.Past}.
 */
@NullMarked
package org.huzhu.city.past;

import org.jspecify.annotations.NullMarked;
