#pragma once

// Scalars and points of the group library as C++ values that wipe themselves. (The library's own C++ headers
// do not compile as C++20.) Only for core/crypto.

#include "base/bytes.h"

#include <decaf.h>
#include <decaf/ed255.h>
#include <decaf/ed448.h>

namespace mmm::crypto {

// The two halves of the library differ in the prefix of their names only.
#define MMM_GROUP_VALUES(Name, prefix)                                                                       \
    struct Name##Scalar                                                                                      \
    {                                                                                                        \
        prefix##_scalar_t s;                                                                                 \
                                                                                                             \
        explicit Name##Scalar(std::uint64_t value = 0) { prefix##_scalar_set_unsigned(s, value); }           \
        explicit Name##Scalar(BytesView littleEndian)                                                        \
        {                                                                                                    \
            prefix##_scalar_decode_long(s, littleEndian.data(), littleEndian.size());                        \
        }                                                                                                    \
        Name##Scalar(const Name##Scalar& other) { prefix##_scalar_copy(s, other.s); }                        \
        Name##Scalar& operator=(const Name##Scalar& other)                                                   \
        {                                                                                                    \
            prefix##_scalar_copy(s, other.s);                                                                \
            return *this;                                                                                    \
        }                                                                                                    \
        ~Name##Scalar() { prefix##_scalar_destroy(s); }                                                      \
                                                                                                             \
        bool decodeStrictly(const std::uint8_t* octets)                                                      \
        {                                                                                                    \
            return prefix##_scalar_decode(s, octets) == DECAF_SUCCESS;                                       \
        }                                                                                                    \
        void encode(std::uint8_t* octets) const { prefix##_scalar_encode(octets, s); }                       \
        Name##Scalar half() const                                                                            \
        {                                                                                                    \
            Name##Scalar result;                                                                             \
            prefix##_scalar_halve(result.s, s);                                                              \
            return result;                                                                                   \
        }                                                                                                    \
        /* Zero for zero. */                                                                                 \
        Name##Scalar inverse() const                                                                         \
        {                                                                                                    \
            Name##Scalar result;                                                                             \
            (void)!prefix##_scalar_invert(result.s, s);                                                      \
            return result;                                                                                   \
        }                                                                                                    \
        friend Name##Scalar operator+(const Name##Scalar& a, const Name##Scalar& b)                          \
        {                                                                                                    \
            Name##Scalar result;                                                                             \
            prefix##_scalar_add(result.s, a.s, b.s);                                                         \
            return result;                                                                                   \
        }                                                                                                    \
        friend Name##Scalar operator-(const Name##Scalar& a, const Name##Scalar& b)                          \
        {                                                                                                    \
            Name##Scalar result;                                                                             \
            prefix##_scalar_sub(result.s, a.s, b.s);                                                         \
            return result;                                                                                   \
        }                                                                                                    \
        friend Name##Scalar operator*(const Name##Scalar& a, const Name##Scalar& b)                          \
        {                                                                                                    \
            Name##Scalar result;                                                                             \
            prefix##_scalar_mul(result.s, a.s, b.s);                                                         \
            return result;                                                                                   \
        }                                                                                                    \
        friend bool operator==(const Name##Scalar& a, const Name##Scalar& b)                                 \
        {                                                                                                    \
            return prefix##_scalar_eq(a.s, b.s) == DECAF_TRUE;                                               \
        }                                                                                                    \
    };                                                                                                       \
                                                                                                             \
    struct Name##Point                                                                                       \
    {                                                                                                        \
        prefix##_point_t p;                                                                                  \
                                                                                                             \
        Name##Point() { prefix##_point_copy(p, prefix##_point_identity); }                                   \
        Name##Point(const Name##Point& other) { prefix##_point_copy(p, other.p); }                           \
        Name##Point& operator=(const Name##Point& other)                                                     \
        {                                                                                                    \
            prefix##_point_copy(p, other.p);                                                                 \
            return *this;                                                                                    \
        }                                                                                                    \
        ~Name##Point() { prefix##_point_destroy(p); }                                                        \
                                                                                                             \
        bool isNeutral() const { return prefix##_point_eq(p, prefix##_point_identity) == DECAF_TRUE; }       \
        Name##Point doubled() const                                                                          \
        {                                                                                                    \
            Name##Point result;                                                                              \
            prefix##_point_double(result.p, p);                                                              \
            return result;                                                                                   \
        }                                                                                                    \
        Name##Point negated() const                                                                          \
        {                                                                                                    \
            Name##Point result;                                                                              \
            prefix##_point_negate(result.p, p);                                                              \
            return result;                                                                                   \
        }                                                                                                    \
        friend Name##Point operator+(const Name##Point& a, const Name##Point& b)                             \
        {                                                                                                    \
            Name##Point result;                                                                              \
            prefix##_point_add(result.p, a.p, b.p);                                                          \
            return result;                                                                                   \
        }                                                                                                    \
        /* Constant time. */                                                                                 \
        friend Name##Point operator*(const Name##Scalar& factor, const Name##Point& point)                   \
        {                                                                                                    \
            Name##Point result;                                                                              \
            prefix##_point_scalarmul(result.p, point.p, factor.s);                                           \
            return result;                                                                                   \
        }                                                                                                    \
        /* factor times the library's base point, constant time. */                                          \
        static Name##Point multiplyBase(const Name##Scalar& factor)                                          \
        {                                                                                                    \
            Name##Point result;                                                                              \
            prefix##_precomputed_scalarmul(result.p, prefix##_precomputed_base, factor.s);                   \
            return result;                                                                                   \
        }                                                                                                    \
        /* factor times the point plus baseFactor times the library's base point. Variable time. */          \
        static Name##Point combinePublic(const Name##Scalar& factor, const Name##Point& point,               \
                                         const Name##Scalar& baseFactor)                                     \
        {                                                                                                    \
            Name##Point result;                                                                              \
            prefix##_base_double_scalarmul_non_secret(result.p, baseFactor.s, point.p, factor.s);            \
            return result;                                                                                   \
        }                                                                                                    \
        bool decodeScaled(const std::uint8_t* octets)                                                        \
        {                                                                                                    \
            return prefix##_point_decode_like_eddsa_and_mul_by_ratio(p, octets) == DECAF_SUCCESS;            \
        }                                                                                                    \
        void encode(std::uint8_t* octets) const                                                              \
        {                                                                                                    \
            prefix##_point_mul_by_ratio_and_encode_like_eddsa(octets, p);                                    \
        }                                                                                                    \
    };

MMM_GROUP_VALUES(Edwards25519, decaf_255)
MMM_GROUP_VALUES(Edwards448, decaf_448)

#undef MMM_GROUP_VALUES

} // namespace mmm::crypto
