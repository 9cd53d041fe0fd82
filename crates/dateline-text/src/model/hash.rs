//! The two hashes of spaCy: MurmurHash64A turns strings to ids, MurmurHash3 turns ids to the rows
//! of an embedding table. Both are Austin Appleby's public-domain functions.

/// MurmurHash64A of `bytes`.
pub fn murmur64a(bytes: &[u8], seed: u64) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    const R: u32 = 47;
    let mix = |mut k: u64| {
        k = k.wrapping_mul(M);
        k ^= k >> R;
        k.wrapping_mul(M)
    };
    let mut h = seed ^ (bytes.len() as u64).wrapping_mul(M);
    let (blocks, tail) = bytes.as_chunks::<8>();
    for block in blocks {
        h = (h ^ mix(u64::from_le_bytes(*block))).wrapping_mul(M);
    }
    if !tail.is_empty() {
        let mut last = [0u8; 8];
        last[..tail.len()].copy_from_slice(tail);
        h = (h ^ u64::from_le_bytes(last)).wrapping_mul(M);
    }
    h ^= h >> R;
    h = h.wrapping_mul(M);
    h ^ (h >> R)
}

/// The four row numbers, before the modulo, of an id: MurmurHash3 x64-128 of its eight bytes.
pub fn murmur3_rows(id: u64, seed: u32) -> [u32; 4] {
    const C1: u64 = 0x87c3_7b91_1142_53d5;
    const C2: u64 = 0x4cf5_ad43_2745_937f;
    let finalise = |mut k: u64| {
        k ^= k >> 33;
        k = k.wrapping_mul(0xff51_afd7_ed55_8ccd);
        k ^= k >> 33;
        k = k.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        k ^ (k >> 33)
    };
    let k1 = id.wrapping_mul(C1).rotate_left(31).wrapping_mul(C2);
    let mut h1 = u64::from(seed) ^ k1 ^ 8;
    let mut h2 = u64::from(seed) ^ 8;
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    h1 = finalise(h1);
    h2 = finalise(h2);
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    [h1 as u32, (h1 >> 32) as u32, h2 as u32, (h2 >> 32) as u32]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_rows_are_spacys() {
        // Printed by spacy.strings.hash_string and thinc's NumpyOps.hash.
        assert_eq!(murmur64a(b"Homs", 1), 2505826409464749404);
        assert_eq!(murmur64a(b"international", 1), 6392893036165415004);
        assert_eq!(murmur64a("é".as_bytes(), 1), 16256712947286012828);
        assert_eq!(
            murmur3_rows(12345678901234567890, 8),
            [825681028, 3746740173, 3386005190, 3472626611]
        );
        assert_eq!(
            murmur3_rows(1, 8),
            [1161550108, 2247783286, 1742325162, 1224191281]
        );
    }
}
