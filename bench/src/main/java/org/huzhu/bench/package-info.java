/**
 * Measures: our work beside what a user would pick instead, on the same files, in one run, with the answers compared.
 *
 * <p>{@link org.huzhu.bench.Bench} is what is typed. Each side runs in a process of its own
 * ({@link org.huzhu.bench.OneSide}), so that its memory is its own.
 */
@NullMarked
package org.huzhu.bench;

import org.jspecify.annotations.NullMarked;
