//! The arithmetic that takes the time: matrix products, with the same bits on every machine.
//!
//! Each output is one chain of fused multiply-adds over the inputs in their order, begun with the
//! bias. SIMD lanes are outputs, never parts of one sum, so the width of the machine's registers
//! cannot change a result; a fused multiply-add rounds once everywhere.
//!
//! This is the only module with `unsafe` code: intrinsics behind a run-time check of the processor,
//! on ranges that the safe entry points have checked.

/// Outputs that are computed side by side.
pub const LANES: usize = 16;

/// Sixteen floats on a cache line of their own.
#[derive(Clone, Copy, Default)]
#[repr(C, align(64))]
struct Lane([f32; LANES]);

/// A matrix and its bias, packed for the kernel: panels of `V` × 16 outputs; in a panel first the
/// bias, then for each input its `V` × 16 weights.
pub struct Packed<const V: usize> {
    inputs: usize,
    panels: usize,
    lanes: Vec<Lane>,
}

impl<const V: usize> Packed<V> {
    /// Packs `weights` (one row of `inputs` numbers an output) and `bias`. `row_of` says which row
    /// stands in lane `(panel, v, i)`; where it says none, the output is zero.
    pub fn new(
        weights: &[f32],
        bias: &[f32],
        inputs: usize,
        panels: usize,
        row_of: impl Fn(usize, usize, usize) -> Option<usize>,
    ) -> Self {
        let mut lanes = vec![Lane::default(); panels * (inputs + 1) * V];
        for panel in 0..panels {
            let base = panel * (inputs + 1) * V;
            for v in 0..V {
                for i in 0..LANES {
                    let Some(row) = row_of(panel, v, i) else {
                        continue;
                    };
                    lanes[base + v].0[i] = bias[row];
                    for k in 0..inputs {
                        lanes[base + (k + 1) * V + v].0[i] = weights[row * inputs + k];
                    }
                }
            }
        }
        Self {
            inputs,
            panels,
            lanes,
        }
    }

    /// Numbers read for a row.
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// Panels of `V` × 16 outputs.
    pub fn panels(&self) -> usize {
        self.panels
    }

    /// The weights of a panel, its bias first.
    fn panel(&self, panel: usize) -> &[Lane] {
        let size = (self.inputs + 1) * V;
        &self.lanes[panel * size..][..size]
    }
}

/// The instruction set found on this machine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Isa {
    /// 512-bit registers.
    #[cfg(target_arch = "x86_64")]
    Avx512,
    /// 256-bit registers and fused multiply-add.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// Whatever the compiler makes of plain code.
    Portable,
}

impl Isa {
    /// The best that this machine has.
    pub fn detect() -> Self {
        *Self::available().last().unwrap_or(&Isa::Portable)
    }

    /// All that this machine has, the best last.
    pub fn available() -> Vec<Self> {
        [
            Some(Isa::Portable),
            #[cfg(target_arch = "x86_64")]
            (is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma"))
                .then_some(Isa::Avx2),
            #[cfg(target_arch = "x86_64")]
            is_x86_feature_detected!("avx512f").then_some(Isa::Avx512),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// `out[r] = max over pieces of (weights · x[r] + bias)` for `rows` rows. Row `r` of the input
    /// begins at `x[r * stride]`; rows may overlap. A row of `out` has `panels` × 16 numbers.
    pub fn maxout<const V: usize>(
        self,
        packed: &Packed<V>,
        x: &[f32],
        stride: usize,
        rows: usize,
        out: &mut [f32],
    ) {
        self.product::<V, true>(packed, x, stride, rows, out);
    }

    /// `out[r] = weights · x[r] + bias`, a row of `out` having `panels` × `V` × 16 numbers.
    pub fn linear<const V: usize>(
        self,
        packed: &Packed<V>,
        x: &[f32],
        stride: usize,
        rows: usize,
        out: &mut [f32],
    ) {
        self.product::<V, false>(packed, x, stride, rows, out);
    }

    /// Layer norm of each row of `width` numbers, in place: zero mean, unit variance, then
    /// `gain` and `shift`.
    pub fn layer_norm(self, rows: &mut [f32], gain: &[f32], shift: &[f32]) {
        assert!(gain.len() == shift.len() && gain.len().is_multiple_of(LANES));
        match self {
            #[cfg(target_arch = "x86_64")]
            // SAFETY: this variant is only made where the processor has the feature.
            Isa::Avx512 => unsafe { avx512::layer_norm(rows, gain, shift) },
            #[cfg(target_arch = "x86_64")]
            // SAFETY: as above.
            Isa::Avx2 => unsafe { avx2::layer_norm(rows, gain, shift) },
            Isa::Portable => layer_norm(rows, gain, shift),
        }
    }

    /// `sum = bias + rows[0] + rows[1] + …`, added in that order.
    pub fn sum_rows(self, bias: &[f32], rows: &[&[f32]], sum: &mut [f32]) {
        assert!(bias.len() == sum.len() && sum.len().is_multiple_of(LANES));
        assert!(rows.iter().all(|row| row.len() == sum.len()));
        match self {
            #[cfg(target_arch = "x86_64")]
            // SAFETY: this variant is only made where the processor has the feature.
            Isa::Avx512 => unsafe { avx512::sum_rows(bias, rows, sum) },
            #[cfg(target_arch = "x86_64")]
            // SAFETY: as above.
            Isa::Avx2 => unsafe { avx2::sum_rows(bias, rows, sum) },
            Isa::Portable => sum_rows(bias, rows, sum),
        }
    }

    fn product<const V: usize, const MAX: bool>(
        self,
        packed: &Packed<V>,
        x: &[f32],
        stride: usize,
        rows: usize,
        out: &mut [f32],
    ) {
        if rows == 0 {
            return;
        }
        let width = if MAX { LANES } else { V * LANES };
        assert!((rows - 1) * stride + packed.inputs <= x.len());
        assert!(rows * packed.panels * width <= out.len());
        match self {
            #[cfg(target_arch = "x86_64")]
            // SAFETY: this variant is only made where the processor has the feature; the two
            // assertions bound every address that is read or written.
            Isa::Avx512 => unsafe { avx512::product::<V, MAX>(packed, x, stride, rows, out) },
            #[cfg(target_arch = "x86_64")]
            // SAFETY: as above.
            Isa::Avx2 => unsafe { avx2::product::<V, MAX>(packed, x, stride, rows, out) },
            Isa::Portable => portable_product::<V, MAX>(packed, x, stride, rows, out),
        }
    }
}

/// The products for one instruction set, whose vectors of type `$vector` hold `$width` floats.
#[cfg(target_arch = "x86_64")]
macro_rules! instruction_set {
    ($name:ident, $features:literal, $vector:ty, $width:literal, $tall:literal, $wide:literal,
     $load:ident, $store:ident, $splat:ident, $fused:ident, $max:ident) => {
        mod $name {
            use super::{LANES, Packed};
            use std::arch::x86_64::*;

            /// Vectors in sixteen lanes.
            const PARTS: usize = LANES / $width;

            #[target_feature(enable = $features)]
            pub fn layer_norm(rows: &mut [f32], gain: &[f32], shift: &[f32]) {
                super::layer_norm(rows, gain, shift);
            }

            #[target_feature(enable = $features)]
            pub fn sum_rows(bias: &[f32], rows: &[&[f32]], sum: &mut [f32]) {
                super::sum_rows(bias, rows, sum);
            }

            /// # Safety
            /// `x` must hold `(rows - 1) * stride + inputs` numbers, and `out` a row of `panels` ×
            /// 16 (with `MAX`, else × `V` × 16) for each of `rows`.
            #[target_feature(enable = $features)]
            pub unsafe fn product<const V: usize, const MAX: bool>(
                packed: &Packed<V>,
                x: &[f32],
                stride: usize,
                rows: usize,
                out: &mut [f32],
            ) {
                let mut row = 0;
                while row < rows {
                    // As many rows at a time as keep all sums in registers.
                    let most = if V <= 3 { $tall } else { $wide };
                    let step = match most.min(rows - row) {
                        8.. => 8,
                        4.. => 4,
                        2.. => 2,
                        _ => 1,
                    };
                    // SAFETY: rows `row..row + step` are within what the caller promises.
                    unsafe {
                        match step {
                            8 => strip::<V, 8, MAX>(packed, x, stride, row, out),
                            4 => strip::<V, 4, MAX>(packed, x, stride, row, out),
                            2 => strip::<V, 2, MAX>(packed, x, stride, row, out),
                            _ => strip::<V, 1, MAX>(packed, x, stride, row, out),
                        }
                    }
                    row += step;
                }
            }

            /// All outputs of `M` rows.
            ///
            /// # Safety
            /// As for `product`, for rows `row..row + M`.
            #[inline]
            #[target_feature(enable = $features)]
            unsafe fn strip<const V: usize, const M: usize, const MAX: bool>(
                packed: &Packed<V>,
                x: &[f32],
                stride: usize,
                row: usize,
                out: &mut [f32],
            ) {
                let width = if MAX { LANES } else { V * LANES };
                let out_stride = packed.panels * width;
                // SAFETY: the caller promises that these rows lie inside `x` and `out`; a panel
                // holds `inputs + 1` times `V` lanes.
                unsafe {
                    let x = x.as_ptr().add(row * stride);
                    for panel in 0..packed.panels {
                        let out = out.as_mut_ptr().add(row * out_stride + panel * width);
                        let weights = packed.panel(panel).as_ptr().cast::<f32>();
                        let sums = sums::<V, M>(x, stride, packed.inputs, weights);
                        for m in 0..M {
                            let out = out.add(m * out_stride);
                            for part in 0..PARTS {
                                if MAX {
                                    let mut best = sums[m][0][part];
                                    for v in 1..V {
                                        best = $max(sums[m][v][part], best);
                                    }
                                    $store(out.add(part * $width), best);
                                    continue;
                                }
                                for v in 0..V {
                                    $store(out.add(v * LANES + part * $width), sums[m][v][part]);
                                }
                            }
                        }
                    }
                }
            }

            /// # Safety
            /// `x` must reach `(M - 1) * stride + inputs` numbers, `weights` `(inputs + 1) * V`
            /// lanes.
            #[inline]
            #[target_feature(enable = $features)]
            unsafe fn sums<const V: usize, const M: usize>(
                x: *const f32,
                stride: usize,
                inputs: usize,
                weights: *const f32,
            ) -> [[[$vector; PARTS]; V]; M] {
                // SAFETY: every address is within the ranges that the caller promises.
                unsafe {
                    let weight = |k: usize, v: usize, part: usize| {
                        $load(weights.add((k * V + v) * LANES + part * $width))
                    };
                    let mut sums = [[[$splat(0.0); PARTS]; V]; M];
                    for row in &mut sums {
                        for v in 0..V {
                            for part in 0..PARTS {
                                row[v][part] = weight(0, v, part);
                            }
                        }
                    }
                    for k in 0..inputs {
                        for v in 0..V {
                            for part in 0..PARTS {
                                let weight = weight(k + 1, v, part);
                                for m in 0..M {
                                    let x = $splat(*x.add(m * stride + k));
                                    sums[m][v][part] = $fused(x, weight, sums[m][v][part]);
                                }
                            }
                        }
                    }
                    sums
                }
            }
        }
    };
}

#[cfg(target_arch = "x86_64")]
instruction_set!(
    avx512,
    "avx512f",
    __m512,
    16,
    8,
    4,
    _mm512_load_ps,
    _mm512_storeu_ps,
    _mm512_set1_ps,
    _mm512_fmadd_ps,
    _mm512_max_ps
);

#[cfg(target_arch = "x86_64")]
instruction_set!(
    avx2,
    "avx2,fma",
    __m256,
    8,
    2,
    1,
    _mm256_load_ps,
    _mm256_storeu_ps,
    _mm256_set1_ps,
    _mm256_fmadd_ps,
    _mm256_max_ps
);

/// The same product in plain code; `f32::mul_add` is one instruction where the target has it.
fn portable_product<const V: usize, const MAX: bool>(
    packed: &Packed<V>,
    x: &[f32],
    stride: usize,
    rows: usize,
    out: &mut [f32],
) {
    let width = if MAX { LANES } else { V * LANES };
    for row in 0..rows {
        let x = &x[row * stride..][..packed.inputs];
        for panel in 0..packed.panels {
            let (bias, weights) = packed.panel(panel).split_at(V);
            let mut sums = [[0.0; LANES]; V];
            for (sum, bias) in sums.iter_mut().zip(bias) {
                *sum = bias.0;
            }
            for (x, weights) in x.iter().zip(weights.chunks_exact(V)) {
                for (sum, weights) in sums.iter_mut().zip(weights) {
                    for (sum, weight) in sum.iter_mut().zip(weights.0) {
                        *sum = x.mul_add(weight, *sum);
                    }
                }
            }
            let out = &mut out[(row * packed.panels + panel) * width..][..width];
            if MAX {
                let mut best = sums[0];
                for sum in &sums[1..] {
                    for (best, sum) in best.iter_mut().zip(sum) {
                        *best = if *sum > *best { *sum } else { *best };
                    }
                }
                out.copy_from_slice(&best);
            } else {
                out.copy_from_slice(sums.as_flattened());
            }
        }
    }
}

/// Adds sixteen numbers, always in the same order.
#[inline(always)]
fn add_lanes(lanes: [f32; LANES]) -> f32 {
    let mut half = [0.0; 8];
    for i in 0..8 {
        half[i] = lanes[i] + lanes[i + 8];
    }
    let quarter = [
        half[0] + half[4],
        half[1] + half[5],
        half[2] + half[6],
        half[3] + half[7],
    ];
    (quarter[0] + quarter[2]) + (quarter[1] + quarter[3])
}

#[inline(always)]
fn layer_norm(rows: &mut [f32], gain: &[f32], shift: &[f32]) {
    let width = gain.len();
    for row in rows.chunks_exact_mut(width) {
        let (row, _) = row.as_chunks_mut::<LANES>();
        let mut lanes = [0.0; LANES];
        for chunk in row.iter() {
            for i in 0..LANES {
                lanes[i] += chunk[i];
            }
        }
        let mean = add_lanes(lanes) / width as f32;
        let mut lanes = [0.0; LANES];
        for chunk in row.iter_mut() {
            for i in 0..LANES {
                chunk[i] -= mean;
                lanes[i] += chunk[i] * chunk[i];
            }
        }
        let variance = add_lanes(lanes) / width as f32 + 1e-8;
        let scale = 1.0 / variance.sqrt();
        let gain = gain.as_chunks::<LANES>().0;
        let shift = shift.as_chunks::<LANES>().0;
        for ((chunk, gain), shift) in row.iter_mut().zip(gain).zip(shift) {
            for i in 0..LANES {
                chunk[i] = chunk[i] * scale * gain[i] + shift[i];
            }
        }
    }
}

#[inline(always)]
fn sum_rows(bias: &[f32], rows: &[&[f32]], sum: &mut [f32]) {
    let sums = sum.as_chunks_mut::<LANES>().0;
    let biases = bias.as_chunks::<LANES>().0;
    for (at, (sum, bias)) in sums.iter_mut().zip(biases).enumerate() {
        let mut lanes = *bias;
        for row in rows {
            let chunk = &row.as_chunks::<LANES>().0[at];
            for i in 0..LANES {
                lanes[i] += chunk[i];
            }
        }
        *sum = lanes;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers without a pattern that a wrong order of sums would survive.
    fn numbers(n: usize, seed: u32) -> Vec<f32> {
        let mut state = seed;
        (0..n)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 8) as f32 / 8_388_608.0 - 1.0
            })
            .collect()
    }

    fn packed<const V: usize>(inputs: usize, panels: usize) -> (Packed<V>, Vec<f32>, Vec<f32>) {
        let outputs = panels * V * LANES;
        let weights = numbers(outputs * inputs, 1);
        let bias = numbers(outputs, 2);
        let packed = Packed::new(&weights, &bias, inputs, panels, |panel, v, i| {
            Some((panel * V + v) * LANES + i)
        });
        (packed, weights, bias)
    }

    #[test]
    fn every_instruction_set_gives_the_same_bits() {
        let (three, ..) = packed::<3>(61, 2);
        let (four, ..) = packed::<4>(61, 2);
        for rows in 1..20 {
            let x = numbers((rows - 1) * 20 + 61, 3);
            let run = |isa: Isa| {
                let mut best = vec![0.0; rows * 2 * LANES];
                isa.maxout(&three, &x, 20, rows, &mut best);
                let mut all = vec![0.0; rows * 8 * LANES];
                isa.linear(&four, &x, 20, rows, &mut all);
                let mut normed = all.clone();
                isa.layer_norm(&mut normed, &numbers(32, 4), &numbers(32, 5));
                let mut sum = vec![0.0; 32];
                isa.sum_rows(&numbers(32, 6), &[&all[..32], &all[32..64]], &mut sum);
                [best, all, normed, sum].map(|v| v.iter().map(|x| x.to_bits()).collect::<Vec<_>>())
            };
            let expected = run(Isa::Portable);
            for isa in Isa::available() {
                assert_eq!(run(isa), expected, "{isa:?}, {rows} rows");
            }
        }
    }

    #[test]
    fn products_are_those_of_the_matrix() {
        let (four, weights, bias) = packed::<4>(7, 1);
        let x = numbers(14, 9);
        let mut out = vec![0.0; 2 * 64];
        Isa::Portable.linear(&four, &x, 7, 2, &mut out);
        for row in 0..2 {
            for o in 0..64 {
                let terms =
                    (0..7).map(|k| f64::from(weights[o * 7 + k]) * f64::from(x[row * 7 + k]));
                let expected = terms.sum::<f64>() + f64::from(bias[o]);
                assert!((f64::from(out[row * 64 + o]) - expected).abs() < 1e-5);
            }
        }
    }

    #[test]
    fn layer_norm_has_mean_and_variance_of_gain_and_shift() {
        let mut row = numbers(96, 7);
        Isa::detect().layer_norm(&mut row, &[2.0; 96], &[3.0; 96]);
        let mean = row.iter().sum::<f32>() / 96.0;
        let variance = row.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / 96.0;
        assert!((mean - 3.0).abs() < 1e-4 && (variance - 4.0).abs() < 1e-3);
    }
}
