<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
    <context>
        <name>InnovationClusters</name>
        <message>
            <location filename="../../analysis/address_tables.py" />
            <source>The file has no column {column}; it has {columns}.</source>
            <translation>파일에 {column} 열이 없습니다. 있는 열은 {columns}입니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/address_tables.py" />
            <source>Only one of the two coordinate columns is named; name both or neither.</source>
            <translation>좌표 열 두 개 가운데 하나만 지정되었습니다. 둘 다 지정하거나 둘 다 비우십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/address_tables.py" />
            <source>The geometry of the file has no coordinate reference system; write the file with one.</source>
            <translation>파일의 도형에 좌표계가 없습니다. 좌표계를 넣어 파일을 다시 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/address_tables.py" />
            <source>The file has no columns named like coordinates, such as longitude and latitude, and no points; it has {columns}. Name two of them so.</source>
            <translation>파일에 longitude와 latitude처럼 좌표를 뜻하는 이름의 열도 포인트도 없습니다. 있는 열은 {columns}입니다. 그중 두 열의 이름을 그렇게 바꾸십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/answers.py" />
            <source>The column {column} has no number up to {largest} in {count} rows; fill it, or filter those rows out.</source>
            <translation>{column} 열에 {largest} 이하의 숫자가 없는 행이 {count}개 있습니다. 값을 채우거나 그 행을 필터로 빼십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/answers.py" />
            <source>The column {column} is negative in {count} rows; weights must be 0 or more.</source>
            <translation>{column} 열이 음수인 행이 {count}개 있습니다. 가중치는 0 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/duckdb_files.py" />
            <source>The folder {file} has neither Parquet nor CSV files; choose one that has.</source>
            <translation>폴더 {file}에 Parquet 파일도 CSV 파일도 없습니다. 그런 파일이 있는 폴더를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/duckdb_files.py" />
            <source>DuckDB reads text in UTF-8; save the file {file} so.</source>
            <translation>DuckDB는 UTF-8 텍스트를 읽습니다. {file} 파일을 UTF-8로 저장하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/duckdb_files.py" />
            <source>The file {file} has other columns, or signs between them, than {first}; write both in the same way.</source>
            <translation>파일 {file}은(는) 열이나 열 사이의 구분 기호가 {first}과(와) 다릅니다. 두 파일을 같은 형식으로 저장하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/duckdb_files.py" />
            <source>The geometries of {first} and {second} are in different coordinate reference systems; bring them to one before.</source>
            <translation>{first}과(와) {second}의 도형이 서로 다른 좌표계에 있습니다. 먼저 하나로 맞추십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/new_files.py" />
            <location filename="../../analysis/at_source/new_tables.py" />
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>There is {target} already; name a new one.</source>
            <translation>{target}은(는) 이미 있습니다. 새 이름을 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/new_files.py" />
            <source>There is no folder {folder} that can be written; name a target in one.</source>
            <translation>쓸 수 있는 {folder} 폴더가 없습니다. 쓸 수 있는 폴더 안에 만드십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/new_files.py" />
            <source>The results cannot be written to {path} ({problem}); name a folder that can be written.</source>
            <translation>결과를 {path}에 쓸 수 없습니다({problem}). 쓸 수 있는 폴더를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/new_tables.py" />
            <source>The user of the database has no schema that new tables go to; write {table} with its schema, as schema.table.</source>
            <translation>데이터베이스 사용자에게 새 테이블이 들어갈 스키마가 없습니다. {table}을(를) 스키마와 함께 스키마.테이블 형식으로 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/new_tables.py" />
            <source>The database has no schema {schema}; name one that it has.</source>
            <translation>데이터베이스에 {schema} 스키마가 없습니다. 있는 스키마를 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/new_tables.py" />
            <source>The name {name} has {length} bytes, and the database takes {most}; name a shorter one.</source>
            <translation>{name} 이름은 {length}바이트인데 데이터베이스는 {most}바이트까지 받습니다. 더 짧은 이름을 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/new_tables.py" />
            <source>The user of the database may not make tables in the schema {schema}; ask its owner for that right, or name another schema.</source>
            <translation>데이터베이스 사용자는 {schema} 스키마에 테이블을 만들 수 없습니다. 소유자에게 권한을 요청하거나 다른 스키마를 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_duckdb.py" />
            <source>questions to Parquet and text files where they are</source>
            <translation>Parquet 파일과 텍스트 파일을 있는 곳에서 묻기</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_duckdb.py" />
            <source>{memory} is no amount of memory ({problem}); write one such as 4GB.</source>
            <translation>{memory}은(는) 메모리 크기가 아닙니다({problem}). 4GB처럼 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_duckdb.py" />
            <location filename="../../distributed/arguments.py" />
            <location filename="../../distributed/spark/at_source.py" />
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Files have no views; make a table.</source>
            <translation>파일에는 뷰가 없습니다. 테이블을 만드십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_duckdb.py" />
            <location filename="../../distributed/arguments.py" />
            <source>The folder {folder} is what is read; name a target somewhere else.</source>
            <translation>{folder} 폴더는 읽고 있는 폴더입니다. 대상을 다른 곳으로 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_duckdb.py" />
            <location filename="../../distributed/spark/files_seen.py" />
            <source>The folder {file} has other files than when the run began; run it again when nobody writes to it.</source>
            <translation>{file} 폴더의 파일이 실행을 시작할 때와 다릅니다. 아무도 쓰지 않을 때 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_duckdb.py" />
            <location filename="../../distributed/spark/files_seen.py" />
            <source>The file {file} is gone since the run began; run it again on files that stay.</source>
            <translation>실행이 시작된 뒤 {file} 파일이 없어졌습니다. 없어지지 않는 파일로 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_duckdb.py" />
            <location filename="../../distributed/spark/files_seen.py" />
            <source>The file {file} has changed since the run began; run it again when nobody writes to it.</source>
            <translation>실행이 시작된 뒤 {file} 파일이 바뀌었습니다. 아무도 쓰지 않을 때 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_duckdb.py" />
            <source>DuckDB has not enough memory or disk for {table} ({problem}); give it more of either.</source>
            <translation>{table}에 쓸 DuckDB의 메모리나 디스크가 모자랍니다({problem}). 어느 쪽이든 늘리십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_duckdb.py" />
            <source>DuckDB cannot answer from {table}: {problem}.</source>
            <translation>DuckDB가 {table}에서 답을 낼 수 없습니다: {problem}.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_duckdb.py" />
            <source>Nothing can be put aside in the folder {folder} ({problem}); name one that can be written.</source>
            <translation>폴더 {folder}에 임시 파일을 둘 수 없습니다({problem}). 쓸 수 있는 폴더를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_postgis.py" />
            <location filename="../../processing_algorithms/layers/postgis_layers.py" />
            <location filename="../../processing_algorithms/layers/postgis_login.py" />
            <source>questions to tables in PostGIS</source>
            <translation>PostGIS 테이블에 묻기</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_postgis.py" />
            <source>The database was asked before and that failed; begin the run again.</source>
            <translation>앞서 데이터베이스에 물은 것이 실패했습니다. 처음부터 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/on_postgis.py" />
            <source>The connection cannot be understood; write it as host=… port=… dbname=… user=…, with values that contain spaces in single quotes.</source>
            <translation>연결 문자열을 이해할 수 없습니다. host=… port=… dbname=… user=… 형식으로 쓰고, 공백이 있는 값은 작은따옴표로 묶으십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The connection to the database was lost ({problem}); nothing was written. Run it again when it answers.</source>
            <translation>데이터베이스 연결이 끊어졌습니다({problem}). 아무것도 쓰지 않았습니다. 데이터베이스가 응답할 때 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The database cannot answer from {table}: {problem}.</source>
            <translation>데이터베이스가 {table}에서 답을 낼 수 없습니다: {problem}.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The database cannot be reached ({problem}); check its host, port, name, user and password.</source>
            <translation>데이터베이스에 연결할 수 없습니다({problem}). 호스트, 포트, 이름, 사용자, 비밀번호를 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The database does not allow {target} to be made ({problem}); ask the owner of the schema for that right, or name another schema.</source>
            <translation>데이터베이스가 {target}을(를) 만들도록 허용하지 않습니다({problem}). 스키마 소유자에게 권한을 요청하거나 다른 스키마를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>There is {target} already ({problem}); name a new one.</source>
            <translation>{target}이(가) 이미 있습니다({problem}). 새 이름을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The database does not have the schema of {target} ({problem}); name one that it has.</source>
            <translation>데이터베이스에 {target}의 스키마가 없습니다({problem}). 있는 스키마를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The connection to the database was lost at the last step ({problem}); look whether {target} is there before you run it again.</source>
            <translation>마지막 단계에서 데이터베이스 연결이 끊어졌습니다({problem}). 다시 실행하기 전에 {target}이(가) 있는지 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The database does not allow it ({problem}); ask its owner for that right.</source>
            <translation>데이터베이스가 허용하지 않습니다({problem}). 소유자에게 권한을 요청하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The database does not have what was asked for ({problem}); choose a table that it has.</source>
            <translation>데이터베이스에 찾는 것이 없습니다({problem}). 있는 테이블을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The database does not have what was asked for ({problem}); choose columns that it has.</source>
            <translation>데이터베이스에 찾는 것이 없습니다({problem}). 있는 열을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The database takes no tables, not even for a moment ({problem}); ask one that does.</source>
            <translation>데이터베이스가 임시 테이블도 받지 않습니다({problem}). 받는 데이터베이스를 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The database ended the question ({problem}); ask for more time, or when it has less to do.</source>
            <translation>데이터베이스가 질의를 중단했습니다({problem}). 제한 시간을 늘리거나 한가할 때 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The database has not enough memory, disk or connections ({problem}); ask its keeper for more.</source>
            <translation>데이터베이스의 메모리, 디스크 또는 연결 수가 모자랍니다({problem}). 관리자에게 늘려 달라고 하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The condition or the query on {table} cannot be used ({problem}); mend it.</source>
            <translation>{table}의 조건이나 쿼리를 쓸 수 없습니다({problem}). 고치십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_failures.py" />
            <source>The values of {table} cannot be read as they are chosen ({problem}); choose other columns.</source>
            <translation>{table}의 값을 선택한 대로 읽을 수 없습니다({problem}). 다른 열을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_systems.py" />
            <source>The geometries of {table} are in different coordinate reference systems ({first}, {second}); bring them to one before.</source>
            <translation>{table}의 도형이 서로 다른 좌표계({first}, {second})에 있습니다. 먼저 하나로 맞추십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_tables.py" />
            <source>The database has no table {table}; choose one that it has.</source>
            <translation>데이터베이스에 {table} 테이블이 없습니다. 있는 테이블을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/postgis_tables.py" />
            <source>The column {column} of {table} holds no geometries of PostGIS; choose one that does.</source>
            <translation>{table}의 {column} 열은 PostGIS 도형이 아닙니다. 도형이 있는 열을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/table_names.py" />
            <source>{table} is no name of a table; write schema.table.</source>
            <translation>{table}은(는) 테이블 이름이 아닙니다. 스키마.테이블 형식으로 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/tables.py" />
            <source>The table {table} has no column {column}; it has {columns}.</source>
            <translation>{table} 테이블에 {column} 열이 없습니다. 있는 열: {columns}.</translation>
        </message>
        <message>
            <location filename="../../analysis/at_source/tables.py" />
            <source>The table {table} has a column {column} already; name another one.</source>
            <translation>{table} 테이블에 {column} 열이 이미 있습니다. 다른 이름을 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/boundaries.py" />
            <source>The ratio is {value}; it must lie between 0 and 1.</source>
            <translation>비율이 {value}입니다. 0에서 1 사이여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/boundaries.py" />
            <source>Alpha is {value}; it must be above 0.</source>
            <translation>알파가 {value}입니다. 0보다 커야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/boundaries.py" />
            <source>The radius is {value}; it must be above 0.</source>
            <translation>반경이 {value}입니다. 0보다 커야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/boundaries.py" />
            <source>The radius around single sites is {value}; it must be above 0.</source>
            <translation>단독 지점 둘레의 반경이 {value}입니다. 0보다 커야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/boundaries.py" />
            <source>The segments of a quarter turn are {value}; at least 1.</source>
            <translation>사분원의 선분 수가 {value}입니다. 1 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/boundaries.py" />
            <source>The smoothing rounds are {value}; at least 0.</source>
            <translation>부드럽게 하기 횟수가 {value}입니다. 0 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/boundaries.py" />
            <source>A clustered point has no coordinate. Leave such points out or label them -1.</source>
            <translation>클러스터에 속한 포인트에 좌표가 없습니다. 그런 포인트를 빼거나 -1로 표시하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/boundaries.py" />
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <location filename="../../processing_algorithms/measures/local_planes.py" />
            <source>cluster boundaries</source>
            <translation>클러스터 경계</translation>
        </message>
        <message>
            <location filename="../../analysis/comparison.py" />
            <source>The distance must be 0 or more, or left empty.</source>
            <translation>거리는 0 이상이거나 비어 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/comparison.py" />
            <source>The share is {share}; it must be above 0 and at most 1.</source>
            <translation>비율이 {share}입니다. 0보다 크고 1 이하여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/comparison.py" />
            <source>{count} places are in two clusters, or in one and in none; give every place one cluster, or match by name.</source>
            <translation>지점 {count}곳이 두 클러스터에 속하거나, 속하면서 동시에 속하지 않습니다. 지점마다 클러스터를 하나만 두거나 이름으로 대응시키십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/comparison.py" />
            <source>Two clusters have the name {name}; names must differ.</source>
            <translation>이름이 {name}인 클러스터가 둘입니다. 이름이 서로 달라야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/comparison.py" />
            <source>The two editions have no metric in common; choose fields that both have.</source>
            <translation>두 판에 공통된 지표가 없습니다. 양쪽에 모두 있는 필드를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/countries.py" />
            <source>telling the economy of a place</source>
            <translation>위치의 경제권 판정</translation>
        </message>
        <message>
            <location filename="../../analysis/density/dbscan.py" />
            <source>x and y must be one-dimensional and equally long.</source>
            <translation>x와 y는 길이가 같은 1차원 배열이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/dbscan.py" />
            <location filename="../../distributed/spark/clustering.py" />
            <source>Use one of first, nearest, noise, not {border}.</source>
            <translation>{border} 대신 first, nearest, noise 가운데 하나를 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/dbscan.py" />
            <source>There must be one weight for every point.</source>
            <translation>포인트마다 가중치가 하나씩 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/dbscan.py" />
            <source>There are {count} rows, and at most {most} can be clustered at once; split them, or sum the rows of every place first.</source>
            <translation>행이 {count}개인데 한 번에 군집할 수 있는 것은 최대 {most}개입니다. 나누거나, 같은 장소의 행을 먼저 합치십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/dbscan.py" />
            <source>compiled kernels</source>
            <translation>컴파일된 연산 커널</translation>
        </message>
        <message>
            <location filename="../../analysis/density/neighbourhoods.py" />
            <source>Neighbourhoods on the ellipsoid can be measured up to {longest} km.</source>
            <translation>타원체에서는 {longest} km까지의 이웃만 잴 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/space.py" />
            <source>Use one of planar, sphere, ellipsoid, not {metric}.</source>
            <translation>{metric} 대신 planar, sphere, ellipsoid 가운데 하나를 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/space.py" />
            <source>The distance must be a number greater than 0, not {eps}.</source>
            <translation>거리는 0보다 큰 숫자여야 합니다. {eps}은(는) 쓸 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/space.py" />
            <source>Longitudes must lie within ±180 and latitudes within ±90 degrees.</source>
            <translation>경도는 ±180도, 위도는 ±90도 안에 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/space.py" />
            <source>On the ellipsoid the distance must be at most {longest} km, or reach around the world.</source>
            <translation>타원체에서 거리는 {longest} km 이하이거나 지구 전체에 미쳐야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/space.py" />
            <source>Coordinates must be finite numbers; drop the rows where they are not.</source>
            <translation>좌표는 유한한 숫자여야 합니다. 그렇지 않은 행을 빼십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/weights.py" />
            <source>The minimum weight must be a number greater than 0, not {min_weight}.</source>
            <translation>최소 가중치는 0보다 큰 숫자여야 합니다. {min_weight}은(는) 쓸 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/weights.py" />
            <source>The weights add up to {total}, and only sums below {limit} are exact; give the weights and the minimum in a larger unit.</source>
            <translation>가중치의 합이 {total}인데 {limit} 미만의 합만 정확합니다. 가중치와 최소 가중치를 더 큰 단위로 입력하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/weights.py" />
            <source>Every weight must be a number; drop or fill the rows where it is missing.</source>
            <translation>모든 가중치는 숫자여야 합니다. 비어 있는 행을 빼거나 채우십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/density/weights.py" />
            <source>Weights must not be negative; the smallest is {smallest}.</source>
            <translation>가중치는 음수일 수 없습니다. 가장 작은 값은 {smallest}입니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/exploring.py" />
            <location filename="../../analysis/parameter_candidates.py" />
            <location filename="../../analysis/parameter_proposal.py" />
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>All weights are 0; choose another field, or none.</source>
            <translation>가중치가 모두 0입니다. 다른 필드를 고르거나 비워 두십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/indicators.py" />
            <source>The total must be greater than 0, and it is {total}.</source>
            <translation>총량은 0보다 커야 하는데 {total}입니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/indicators.py" />
            <source>The value must be 0 or more, and it is {value}.</source>
            <translation>값은 0 이상이어야 하는데 {value}입니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/indicators.py" />
            <source>The value {value} is greater than the total {total}; give the total it is a part of.</source>
            <translation>값 {value}이(가) 총량 {total}보다 큽니다. 값이 속한 총량을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/indicators.py" />
            <source>The numbers must be 0 or more.</source>
            <translation>수는 0 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/indicators.py" />
            <source>The part {part} is greater than its whole {whole}.</source>
            <translation>부분 {part}이(가) 전체 {whole}보다 큽니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/memory.py" />
            <source>{count} points need about {needed} GB of memory, and {free} GB are free; close other programs, take fewer points, or sum the rows of every place first.</source>
            <translation>포인트 {count}개를 처리하려면 메모리가 약 {needed}GB 필요한데 남은 메모리는 {free}GB입니다. 다른 프로그램을 닫거나, 포인트를 줄이거나, 같은 장소의 행을 먼저 합치십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/merging.py" />
            <source>{part} is not a pair of clusters; write two different numbers from 1 with a dash between them, as in 3-17, and a comma between pairs.</source>
            <translation>{part}은(는) 클러스터 쌍이 아닙니다. 3-17처럼 1 이상의 서로 다른 두 번호를 붙임표로 잇고 쌍 사이에는 쉼표를 넣으십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/organisations.py" />
            <source>{alias} stands for {first} and for {second}; keep one of the rows.</source>
            <translation>{alias}이(가) {first}와(과) {second} 둘 다를 가리킵니다. 한 행만 남기십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/organisations.py" />
            <source>{name} has aliases and is itself an alias of {final}; give them {final} too.</source>
            <translation>{name}에 별칭이 있는데 그 자체도 {final}의 별칭입니다. 그 별칭들에도 {final}을(를) 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/packages.py" />
            <source>The Python package {name} is needed for {purpose} but cannot be used ({problem}); install it for the Python that runs QGIS ({command}) and start QGIS again.</source>
            <translation>{purpose}에 Python 패키지 {name}이(가) 필요하지만 사용할 수 없습니다({problem}). QGIS가 쓰는 Python에 설치하고({command}) QGIS를 다시 시작하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/parameter_candidates.py" />
            <source>The close part of the distance must be above 0 and at most 1.</source>
            <translation>가깝다고 볼 거리의 비율은 0보다 크고 1 이하여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/parameter_candidates.py" />
            <source>The extreme distance must be greater than 0.</source>
            <translation>극단적 거리는 0보다 커야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/parameter_candidates.py" />
            <source>There is nothing to try; give at least one value.</source>
            <translation>시험할 값이 없습니다. 값을 하나 이상 주십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/parameter_candidates.py" />
            <source>Every value to try must be a number greater than 0.</source>
            <translation>시험할 값은 모두 0보다 큰 수여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/parameter_proposal.py" />
            <location filename="../../processing_algorithms/inputs/countries.py" />
            <source>The tolerance must be 0 or more.</source>
            <translation>허용 오차는 0 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/parameter_proposal.py" />
            <source>The part of the best score must be above 0 and at most 1.</source>
            <translation>최고 점수에 대한 비율은 0보다 크고 1 이하여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/pipeline.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Give at least one layer of addresses: inventors, authors or deals.</source>
            <translation>발명자, 저자, 거래 가운데 적어도 하나의 주소 레이어를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/pipeline.py" />
            <source>Give every metric once; join its layers before.</source>
            <translation>지표마다 한 번만 지정하십시오. 레이어가 여럿이면 먼저 합치십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/population.py" />
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/inputs/cluster_places.py" />
            <location filename="../../processing_algorithms/inputs/population.py" />
            <source>people inside polygons</source>
            <translation>폴리곤 안의 인구</translation>
        </message>
        <message>
            <location filename="../../analysis/radii.py" />
            <source>The radii must be above 0 and differ from each other.</source>
            <translation>반경은 0보다 크고 서로 달라야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/run_folder.py" />
            <source>The folder {folder} has no {file}, so it is not the result of a whole run; choose one that is, or run again.</source>
            <translation>{folder} 폴더에 {file} 파일이 없으므로 끝까지 실행된 결과가 아닙니다. 다른 폴더를 고르거나 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/run_folder.py" />
            <source>{file} cannot be read ({problem}); choose the folder of another run, or run again.</source>
            <translation>{file} 파일을 읽을 수 없습니다({problem}). 다른 실행 결과 폴더를 고르거나 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/run_folder.py" />
            <source>The folder {folder} was written by a newer version of the plugin; update the plugin.</source>
            <translation>{folder} 폴더는 더 새로운 버전의 플러그인이 쓴 것입니다. 플러그인을 업데이트하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/run_folder.py" />
            <source>{file} has no column {column}, so it was written by another version; run again.</source>
            <translation>{file} 파일에 {column} 열이 없으므로 다른 버전이 쓴 것입니다. 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/run_folder.py" />
            <source>{sites} has cluster {number}, which {clusters} has not: they are not of one run; choose the folder of one.</source>
            <translation>{sites} 파일의 클러스터 {number}이(가) {clusters} 파일에 없으므로 한 번의 실행에서 나온 파일들이 아닙니다. 다른 실행 결과 폴더를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/run_folder.py" />
            <source>{file} has values in the column {column} that no run writes; choose the folder of another run, or run again.</source>
            <translation>{file} 파일의 {column} 열에 실행 결과일 수 없는 값이 있습니다. 다른 실행 결과 폴더를 고르거나 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/scoring.py" />
            <source>The input has none of this metric, so there are no shares of it; leave the metric out, or give the world total.</source>
            <translation>입력에 이 지표가 하나도 없어 점유율을 낼 수 없습니다. 이 지표를 빼거나 세계 총량을 입력하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/scoring.py" />
            <source>The world total must be greater than 0.</source>
            <translation>세계 총량은 0보다 커야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/scoring.py" />
            <source>The world total {total} is smaller than the input's own {own}; give the total of the world, or leave it empty to have shares of the input.</source>
            <translation>세계 총량 {total}이(가) 입력 자료의 합 {own}보다 작습니다. 세계 전체의 총량을 입력하거나, 입력 자료에 대한 점유율을 원하면 비워 두십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/scoring.py" />
            <source>The weight must be a number of 0 or more.</source>
            <translation>가중치는 0 이상의 수여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/scoring.py" />
            <source>All that is given has the weight 0, so there is no score; give at least one a greater weight.</source>
            <translation>주어진 지표의 가중치가 모두 0이라 점수가 없습니다. 적어도 하나는 0보다 크게 하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/table_codes.py" />
            <source>The column {column} holds values of one kind in one file and of another in the next; write the files alike.</source>
            <translation>{column} 열에 든 값의 종류가 파일마다 다릅니다. 파일을 같은 형식으로 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/table_columns.py" />
            <source>The column {column} holds text that is no number in {count} rows; mend those rows, or take another column.</source>
            <translation>{column} 열의 {count}개 행에 숫자가 아닌 텍스트가 있습니다. 그 행을 고치거나 다른 열을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/table_files.py" />
            <source>tables in Parquet and CSV files</source>
            <translation>Parquet 및 CSV 파일의 표</translation>
        </message>
        <message>
            <location filename="../../analysis/table_files.py" />
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>There is no file {file}; choose one that exists.</source>
            <translation>{file} 파일이 없습니다. 있는 파일을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/table_files.py" />
            <source>The folder {file} has no Parquet files; choose one that has.</source>
            <translation>{file} 폴더에 Parquet 파일이 없습니다. 있는 폴더를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/table_files.py" />
            <source>The folder {file} has tables in the folder {inner} within it too, whose rows would be left out; put all files into one folder, or choose one folder after the other.</source>
            <translation>{file} 폴더는 그 안의 폴더 {inner}에도 테이블이 있어 그 행들이 빠지게 됩니다. 파일을 모두 한 폴더에 두거나 폴더를 하나씩 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/table_files.py" />
            <source>The file {file} cannot be read: {problem}. Write it again, or choose another one.</source>
            <translation>{file} 파일을 읽을 수 없습니다: {problem}. 파일을 다시 쓰거나 다른 파일을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/table_files.py" />
            <source>The file {file} is not a Parquet file ({problem}); write it again, or choose another one.</source>
            <translation>{file}은(는) Parquet 파일이 아닙니다({problem}). 파일을 다시 쓰거나 다른 파일을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/table_files.py" />
            <source>The file {file} has no column {column}, which others in its folder have.</source>
            <translation>{file} 파일에는 같은 폴더의 다른 파일에 있는 {column} 열이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/table_files.py" />
            <source>The file {file} is empty; choose another one.</source>
            <translation>{file} 파일이 비어 있습니다. 다른 파일을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/table_files.py" />
            <source>The file {file} is text in neither UTF-8 nor CP949; save it as UTF-8.</source>
            <translation>{file} 파일은 UTF-8도 CP949도 아닌 텍스트입니다. UTF-8로 저장하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/attributes.py" />
            <source>{name} is no unit of area; use one of {known}.</source>
            <translation>{name}은(는) 면적 단위가 아닙니다. 다음 중 하나를 쓰십시오: {known}.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/belts.py" />
            <source>belts</source>
            <translation>벨트</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/delimited.py" />
            <source>{file} has no columns; its first line must name them, with commas between.</source>
            <translation>{file}에 열이 없습니다. 첫 줄에 열 이름을 쉼표로 구분해 적으십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/delimited.py" />
            <source>{file} cannot be read as a table: {problem}.</source>
            <translation>{file}을(를) 표로 읽을 수 없습니다: {problem}.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/designation.py" />
            <location filename="../../analysis/zones/nodes.py" />
            <location filename="../../analysis/zones/totals.py" />
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <location filename="../../processing_algorithms/outputs/designation_sketch.py" />
            <source>checking a designation</source>
            <translation>지정 기준 검토</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/distances.py" />
            <source>distances between zones and clusters</source>
            <translation>특구와 클러스터의 거리</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/enclosing.py" />
            <source>the smallest circle around nodes</source>
            <translation>거점을 담는 최소 원</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/enclosing.py" />
            <source>the distance between nodes</source>
            <translation>거점 사이의 거리</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/encodings.py" />
            <source>The encoding {name} is not known; use UTF-8 or CP949.</source>
            <translation>인코딩 {name}을(를) 알 수 없습니다. UTF-8이나 CP949를 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/encodings.py" />
            <source>{file} is no DBF table: it has {size} bytes; get the file again.</source>
            <translation>{file}은(는) DBF 표가 아닙니다({size}바이트). 파일을 다시 받으십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/encodings.py" />
            <source>{file} is no DBF table: its header is damaged; get the file again.</source>
            <translation>{file}은(는) DBF 표가 아닙니다. 머리글이 손상되었습니다. 파일을 다시 받으십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/encodings.py" />
            <source>{file} is cut short: its header tells of {rows} rows, {there} are there; get the file again.</source>
            <translation>{file}이(가) 중간에 잘렸습니다. 머리글에는 {rows}행인데 {there}행만 있습니다. 파일을 다시 받으십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/membership.py" />
            <source>counting points in zones</source>
            <translation>특구 안의 포인트 집계</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/node_subsets.py" />
            <source>There are {count} nodes; choose up to {most}, or filter the layer.</source>
            <translation>거점이 {count}개입니다. {most}개까지만 고르거나 레이어를 필터로 줄이십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/nodes.py" />
            <source>There is no node; give at least one.</source>
            <translation>거점이 없습니다. 하나 이상 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/overlaps.py" />
            <source>overlaps of zones and clusters</source>
            <translation>특구와 클러스터의 겹침</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/placement.py" />
            <source>the smallest circle round points</source>
            <translation>포인트를 담는 가장 작은 원</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/row_provinces.py" />
            <source>There is no province {name}; use a name such as 대전 or Daejeon.</source>
            <translation>{name}(이)라는 시·도가 없습니다. 대전이나 Daejeon 같은 이름을 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/row_types.py" />
            <source>There is no zone type {name}; use one of {known}.</source>
            <translation>{name}(이)라는 특구 유형이 없습니다. 다음 중 하나를 쓰십시오: {known}.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/rows.py" />
            <source>The file {file} has no field {field} for {question}; use one of {fields}.</source>
            <translation>{file} 파일에 {question}에 쓸 {field} 필드가 없습니다. 다음 중 하나를 쓰십시오: {fields}.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/rules.py" />
            <location filename="../../analysis/zones/tables.py" />
            <source>{file} is missing.</source>
            <translation>{file} 파일이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/rules.py" />
            <location filename="../../analysis/zones/tables.py" />
            <source>{file} cannot be read: {problem}</source>
            <translation>{file} 파일을 읽을 수 없습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/rules.py" />
            <source>rules.json, {where}: {problem}.</source>
            <translation>rules.json 파일, {where}: {problem}.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/signatures.py" />
            <source>signatures.json, data set {dataset}: {key} cannot be {value}.</source>
            <translation>signatures.json, 자료 {dataset}: {key}은(는) {value}일 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/signatures.py" />
            <source>The data set {name} is not known; use one of {known}.</source>
            <translation>자료 {name}을(를) 알 수 없습니다. 다음 중 하나를 쓰십시오: {known}.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/stated.py" />
            <source>{part} is not a fact with its value; write them as in council=yes; universities=3.</source>
            <translation>{part}은(는) 사실과 값이 아닙니다. council=yes; universities=3처럼 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/stated.py" />
            <source>{fact} is measured from the layers and cannot be stated.</source>
            <translation>{fact}은(는) 레이어에서 재는 값이어서 직접 적을 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/stated.py" />
            <source>{fact} is yes or no, not {text}.</source>
            <translation>{fact}은(는) yes나 no여야 하는데 {text}입니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/stated.py" />
            <source>{fact} is one of {choices}, not {text}.</source>
            <translation>{fact}은(는) {choices} 가운데 하나여야 하는데 {text}입니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/stated.py" />
            <source>{fact} is a number of 0 or more, not {text}.</source>
            <translation>{fact}은(는) 0 이상의 수여야 하는데 {text}입니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/tables.py" />
            <source>{file}, line {line}, column {column}: {problem}.</source>
            <translation>{file} 파일, {line}행 {column} 열: {problem}.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/tables.py" />
            <source>{file}: its columns must be {columns}, and they are {found}.</source>
            <translation>{file} 파일: 열은 {columns}이어야 하는데 {found}입니다.</translation>
        </message>
        <message>
            <location filename="../../analysis/zones/tables.py" />
            <source>{file}, line {line}: {found} cells where there are {count} columns.</source>
            <translation>{file} 파일, {line}행: 열은 {count}개인데 칸이 {found}개입니다.</translation>
        </message>
        <message>
            <location filename="../../distributed/__main__.py" />
            <source>{name} is needed and cannot be used ({problem}); install it: {command}</source>
            <translation>{name}이(가) 필요하지만 쓸 수 없습니다({problem}). 다음으로 설치하십시오: {command}</translation>
        </message>
        <message>
            <location filename="../../distributed/arguments.py" />
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <location filename="../../processing_algorithms/inputs/fields.py" />
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Give either the record of every row or the records in it, not both.</source>
            <translation>행의 레코드 필드와 행의 레코드 수 필드 중 하나만 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/arguments.py" />
            <location filename="../../distributed/spark/ranking.py" />
            <source>Give the addresses of one or more of patents, publications, deals.</source>
            <translation>특허, 논문, 거래 가운데 하나 이상의 주소 테이블을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/arguments.py" />
            <source>Give the new column with the clusters a name.</source>
            <translation>클러스터가 들어갈 새 열의 이름을 주십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/arguments.py" />
            <source>There are no {metric} to label; give their table, or leave it out.</source>
            <translation>클러스터를 매길 {metric} 행이 없습니다. 그 테이블을 주거나 이 옵션을 빼십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/arguments.py" />
            <source>{target} is where something else is to be, of {other}; name another one.</source>
            <translation>{target}에는 {other}의 다른 결과가 놓입니다. 다른 이름을 주십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/at_source.py" />
            <source>{metric}: {rows} rows are {places} places to {engine}; {rejected} rows cannot be used.</source>
            <translation>{metric}: {engine}에서 행 {rows}개를 위치 {places}곳으로 묶었습니다. 쓸 수 없는 행은 {rejected}개입니다.</translation>
        </message>
        <message>
            <location filename="../../distributed/at_source.py" />
            <source>{engine} cannot tell which rows of {table} come first: numbers of clusters, and what places at their borders belong to, go by coordinates. Name a column of whole numbers with --row.</source>
            <translation>{engine}에서는 {table}의 어느 행이 먼저인지 알 수 없어, 클러스터 번호와 경계에 있는 위치의 소속을 좌표 순서로 정합니다. --row로 정수 열을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/at_source.py" />
            <source>{target} has {rows} rows of {metric} with their clusters; {unknown} of them are at no site.</source>
            <translation>{target}에 {metric} 행 {rows}개가 클러스터와 함께 있습니다. 그중 {unknown}개는 어느 지점에도 없습니다.</translation>
        </message>
        <message>
            <location filename="../../distributed/ending.py" />
            <source>The rows have their clusters in {tables}, but the results cannot be written to {path} ({problem}); delete these tables, and run again with another folder.</source>
            <translation>행에 매긴 클러스터는 {tables}에 있으나 결과를 {path}에 쓸 수 없습니다({problem}). 이 테이블들을 지우고 다른 폴더를 지정하여 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/ending.py" />
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>The folder {path} exists; name a new one.</source>
            <translation>{path} 폴더가 이미 있습니다. 새 폴더를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/clustering.py" />
            <source>The fullest of {tiles} tiles sees {places} places, for which a Python worker, one for each core, needs about {gigabytes:.1f} GB of memory.</source>
            <translation>타일 {tiles}개 가운데 가장 많이 보는 타일은 위치 {places}곳을 보며, 코어마다 하나씩 있는 Python 작업 프로세스에 메모리가 약 {gigabytes:.1f} GB 필요합니다.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/connecting.py" />
            <source>Spark did not start with {master} ({problem}); give a master such as local[2], or a server.</source>
            <translation>{master}(으)로 Spark를 시작하지 못했습니다({problem}). local[2] 같은 마스터나 서버를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/connecting.py" />
            <source>Spark at {master} does not take what a run needs ({problem}); ask those who keep it.</source>
            <translation>{master}의 Spark가 실행에 필요한 것을 받지 않습니다({problem}). 관리자에게 문의하십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/failures.py" />
            <source>Spark has ended or cannot be reached any more, and the run with it ({problem}); its log tells why, too little memory for one.</source>
            <translation>Spark가 끝났거나 더는 연결되지 않아 실행도 끝났습니다({problem}). 메모리 부족과 같은 까닭은 Spark의 로그에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/failures.py" />
            <source>The run on Spark failed: {problem}</source>
            <translation>Spark 실행에 실패했습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/failures.py" />
            <source>Spark cannot answer from {table}: {problem}</source>
            <translation>Spark가 {table}에서 답하지 못했습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/files_seen.py" />
            <source>Spark reads text in UTF-8; save the file {file} so.</source>
            <translation>Spark는 UTF-8 텍스트를 읽습니다. 파일 {file}을(를) UTF-8로 저장하십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/new_folders.py" />
            <source>Workers on other machines do not reach {target}; give an address that they share, such as file:///…, hdfs://… or s3a://….</source>
            <translation>다른 컴퓨터의 작업 노드는 {target}에 접근할 수 없습니다. file:///…, hdfs://…, s3a://…처럼 함께 쓰는 주소를 주십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/new_folders.py" />
            <source>What the workers wrote to {path} is not here: not all machines share the folder; give an address that they share.</source>
            <translation>작업 노드가 {path}에 쓴 내용이 여기에 없습니다. 모든 컴퓨터가 이 폴더를 함께 쓰지는 않습니다. 함께 쓰는 주소를 주십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/places.py" />
            <source>The column {column} of {table} has to have another whole number in every row, from 0 to {most}.</source>
            <translation>{table}의 열 {column}에는 행마다 서로 다른 0에서 {most} 사이의 정수가 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/results.py" />
            <source>The results cannot be written to {path} ({problem}); name another address.</source>
            <translation>결과를 {path}에 쓸 수 없습니다({problem}). 다른 주소를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/results.py" />
            <source>What the workers wrote to {path} is not here: not all machines share the folder; give an address that they share, or a folder of this machine without file://, and delete what is left on the workers, {left}.</source>
            <translation>작업 노드가 {path}에 쓴 것이 여기에 없습니다. 모든 컴퓨터가 그 폴더를 공유하지는 않습니다. 공유하는 주소를 지정하거나 file://을 붙이지 않고 이 컴퓨터의 폴더를 지정하고, 작업 노드에 남은 {left}을(를) 지우십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/session.py" />
            <source>On Spark coordinates have to be degrees; bring them to EPSG:4326 before.</source>
            <translation>Spark에서는 좌표가 도 단위여야 합니다. 먼저 EPSG:4326으로 바꾸십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/session.py" />
            <source>There are {places} places, more than {most}, so that the workers keep them; {columns} are not looked at there.</source>
            <translation>위치가 {places}곳으로 {most}곳보다 많아 작업 노드에 둡니다. 그곳에서는 {columns} 열을 보지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/session.py" />
            <source>{tiles} tiles, the slowest took {slowest:.2f} s, half of them less than {median:.2f} s; {halo:.0f} per cent of the places were sent to further tiles.</source>
            <translation>타일 {tiles}개, 가장 느린 타일 {slowest:.2f}초, 절반은 {median:.2f}초 미만. 위치의 {halo:.0f}%를 다른 타일에도 보냈습니다.</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/tables.py" />
            <source>The table {table} cannot be read: {problem}</source>
            <translation>{table} 테이블을 읽을 수 없습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../distributed/spark/tables.py" />
            <source>On Spark the coordinates of {table} have to be in two columns of degrees; name them.</source>
            <translation>Spark에서는 {table}의 좌표가 도 단위의 두 열에 있어야 합니다. 두 열을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/systems.py" />
            <source>The geometries of {table} are in {own}, not in {given}; leave it out.</source>
            <translation>{table}의 도형은 {given}이(가) 아니라 {own} 좌표계입니다. 이 옵션을 빼십시오.</translation>
        </message>
        <message>
            <location filename="../../distributed/systems.py" />
            <source>coordinates in other systems than longitude and latitude</source>
            <translation>경위도가 아닌 좌표계의 좌표</translation>
        </message>
        <message>
            <location filename="../../distributed/systems.py" />
            <source>{crs} is no coordinate reference system; write one such as EPSG:5186.</source>
            <translation>{crs}은(는) 좌표계가 아닙니다. EPSG:5186처럼 적으십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/atlas_project.py" />
            <source>Modelled sample: made from published totals of clusters and positions of cities. No row is a real inventor, author or firm.</source>
            <translation>모형 표본: 공표된 클러스터 총량과 도시 위치로 만든 자료입니다. 실제 발명자, 저자, 기업은 한 행도 없습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/atlas_project.py" />
            <location filename="../../plugin/explorer/plot.py" />
            <location filename="../../plugin/models.py" />
            <location filename="../../processing_algorithms/base.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../processing_algorithms/economysummary.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <location filename="../../resources/styles/concentration.qml" />
            <location filename="../../resources/styles/economies.qml" />
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Clusters</source>
            <translation>클러스터</translation>
        </message>
        <message>
            <location filename="../../plugin/atlas_project.py" />
            <location filename="../../plugin/layouts/legend.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <location filename="../../processing_algorithms/labelatsource.py" />
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <location filename="../../resources/styles/boundaries.outlines.qml" />
            <location filename="../../resources/styles/boundaries.qml" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/geocoding.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Sites</source>
            <translation>지점</translation>
        </message>
        <message>
            <location filename="../../plugin/atlas_project.py" />
            <location filename="../../plugin/layouts/filling.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/mapreport.py" />
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>Ranking</source>
            <translation>순위표</translation>
        </message>
        <message>
            <location filename="../../plugin/atlas_project.py" />
            <location filename="../../plugin/dock/data_page.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <location filename="../../processing_algorithms/preparepoints.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Address points</source>
            <translation>주소 포인트</translation>
        </message>
        <message>
            <location filename="../../plugin/atlas_project.py" />
            <source>Rejected rows</source>
            <translation>제외된 행</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>Maximum distance between clustered addresses, for the next run</source>
            <translation>다음 실행에 쓸 군집 주소 사이의 최장 거리</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>Minimum density, for the next run</source>
            <translation>다음 실행에 쓸 최소 밀도</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>Dista&amp;nce</source>
            <translation>거리(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>Min. densit&amp;y</source>
            <translation>최소 밀도(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>Cl&amp;usters</source>
            <translation>클러스터(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>S&amp;ites</source>
            <translation>지점(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>Ran&amp;king</source>
            <translation>순위표(&amp;K)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>of edition</source>
            <translation>판 기본값</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>E&amp;xplore parameters…</source>
            <translation>파라미터 탐색(&amp;X)…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>Propose p&amp;arameters…</source>
            <translation>파라미터 제안(&amp;A)…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>&amp;Find clusters…</source>
            <translation>클러스터 찾기(&amp;F)…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>Compare editions…</source>
            <translation>판 비교…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>Intensity…</source>
            <translation>집약도…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>{count} clusters.</source>
            <translation>클러스터 {count}개.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>{count} clusters, found {when}.</source>
            <translation>클러스터 {count}개({when} 작성).</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>{count} sites.</source>
            <translation>지점 {count}개.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>A ranking of {count} clusters.</source>
            <translation>클러스터 {count}개의 순위표.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>Without boundaries the ranking does not go with the map.</source>
            <translation>경계가 없어 순위표를 지도와 함께 볼 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>No clusters yet, and no address points to find them in: see step 1.</source>
            <translation>아직 클러스터가 없고 클러스터를 찾을 주소 포인트도 없습니다. 1단계를 보십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/clusters_page.py" />
            <source>No clusters yet. Find them, or choose a layer of clusters.</source>
            <translation>아직 클러스터가 없습니다. 클러스터를 찾거나 클러스터 레이어를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>&amp;Inventors</source>
            <translation>발명자(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>Prepare inventors</source>
            <translation>발명자 준비</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>A&amp;uthors</source>
            <translation>저자(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>Prepare authors</source>
            <translation>저자 준비</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>De&amp;als</source>
            <translation>거래(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>Prepare venture capital deals</source>
            <translation>벤처투자 거래 준비</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>Prepare…</source>
            <translation>준비…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>Check &amp;geocoding…</source>
            <translation>지오코딩 점검(&amp;G)…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>{role}: {count} points.</source>
            <translation>{role}: 포인트 {count}개.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>No address points yet. Prepare a table or layer, or choose layers of points.</source>
            <translation>아직 주소 포인트가 없습니다. 테이블이나 레이어를 준비하거나 포인트 레이어를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>Without: {roles}. Clusters can be found without them.</source>
            <translation>없는 자료: {roles}. 없어도 클러스터를 찾을 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>What “{layer}” holds the addresses of is not known: choose it where it belongs.</source>
            <translation>‘{layer}’이(가) 무엇의 주소인지 알 수 없습니다. 맞는 자리에서 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <location filename="../../plugin/explorer/data_choice.py" />
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Inventors</source>
            <translation>발명자</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <location filename="../../plugin/explorer/data_choice.py" />
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Authors</source>
            <translation>저자</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <location filename="../../processing_algorithms/wording.py" />
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/partners.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <location filename="../../resources/styles/top_lists.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Venture capital deals</source>
            <translation>벤처투자 거래</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/data_page.py" />
            <source>{role}: address points</source>
            <translation>{role}: 주소 포인트</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/dock.py" />
            <source>Steps</source>
            <translation>단계</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/dock.py" />
            <source>&amp;1 Data</source>
            <translation>&amp;1 자료</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/dock.py" />
            <source>&amp;2 Clusters</source>
            <translation>&amp;2 클러스터</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/dock.py" />
            <source>&amp;3 Zones</source>
            <translation>&amp;3 특구</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/dock.py" />
            <source>&amp;4 Maps</source>
            <translation>&amp;4 지도</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/installation.py" />
            <source>Panel of innovation clusters</source>
            <translation>혁신 클러스터 패널</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/installation.py" />
            <source>Four steps from data to maps, with the ranking beside the map</source>
            <translation>자료에서 지도까지 네 단계, 지도 옆의 순위표</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/maps_page.py" />
            <source>Map repor&amp;t…</source>
            <translation>지도 보고서(&amp;T)…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/maps_page.py" />
            <source>Cluster &amp;atlas…</source>
            <translation>클러스터 지도책(&amp;A)…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/maps_page.py" />
            <source>Layouts</source>
            <translation>조판</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/maps_page.py" />
            <source>La&amp;youts</source>
            <translation>조판(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/maps_page.py" />
            <source>Ope&amp;n</source>
            <translation>열기(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/maps_page.py" />
            <source>Open the layout</source>
            <translation>조판 열기</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/maps_page.py" />
            <source>No clusters to draw maps of yet: see step 2.</source>
            <translation>지도로 그릴 클러스터가 아직 없습니다. 2단계를 보십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/maps_page.py" />
            <source>{count} clusters to draw.</source>
            <translation>그릴 클러스터 {count}개.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/maps_page.py" />
            <source>Layouts in the project: {count}.</source>
            <translation>프로젝트의 조판: {count}개.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/maps_page.py" />
            <source>No layouts in the project yet.</source>
            <translation>프로젝트에 아직 조판이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/page.py" />
            <source>“{layer}” is empty. Temporary layers lose their rows when a project is closed.</source>
            <translation>‘{layer}’이(가) 비어 있습니다. 임시 레이어는 프로젝트를 닫으면 행을 잃습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/page.py" />
            <source>The data of “{layer}” cannot be found.</source>
            <translation>‘{layer}’의 데이터를 찾을 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/page.py" />
            <source>none</source>
            <translation>없음</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/page.py" />
            <source>an unknown number of</source>
            <translation>수를 알 수 없는</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <location filename="../../plugin/layouts/ranking.py" />
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <location filename="../../processing_algorithms/outputs/report/changes.py" />
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <location filename="../../scripts/demo.py" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <location filename="../../resources/styles/top_lists.qml" />
            <source>Rank</source>
            <translation>순위</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <source>Rank by score; equal scores share the better one</source>
            <translation>점수 순위이며, 점수가 같으면 더 높은 순위를 함께 씁니다</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <location filename="../../processing_algorithms/compareeditions.py" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/designation_totals.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/partners.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <source>Name of the cluster</source>
            <translation>클러스터 이름</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <location filename="../../plugin/layouts/ranking.py" />
            <location filename="../../processing_algorithms/economysummary.py" />
            <location filename="../../processing_algorithms/outputs/report/changes.py" />
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <location filename="../../scripts/demo.py" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Economies</source>
            <translation>경제권</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <source>Economies the cluster lies in</source>
            <translation>클러스터가 걸친 경제권</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <location filename="../../plugin/layouts/ranking.py" />
            <location filename="../../scripts/demo.py" />
            <source>Patents, %</source>
            <translation>특허, %</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <source>Share of the total of patent applications, in per cent</source>
            <translation>특허 출원 총량 대비 점유율(%)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <location filename="../../plugin/layouts/ranking.py" />
            <location filename="../../scripts/demo.py" />
            <source>Publications, %</source>
            <translation>논문, %</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <source>Share of the total of publications, in per cent</source>
            <translation>논문 총량 대비 점유율(%)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <location filename="../../plugin/layouts/ranking.py" />
            <location filename="../../scripts/demo.py" />
            <source>Deals, %</source>
            <translation>거래, %</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <source>Share of the total of venture capital deals, in per cent</source>
            <translation>벤처투자 거래 총량 대비 점유율(%)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <location filename="../../plugin/layouts/filling.py" />
            <location filename="../../plugin/layouts/ranking.py" />
            <location filename="../../scripts/demo.py" />
            <source>Score, %</source>
            <translation>점수, %</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <source>Sum of the shares, in per cent</source>
            <translation>점유율의 합(%)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Intensity</source>
            <translation>집약도</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>Score per million people</source>
            <translation>인구 백만 명당 점수</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <source>Tier</source>
            <translation>등급</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <source>Class of rank on the maps</source>
            <translation>지도에 쓰는 순위 등급</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_model.py" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <source>Beyond rank 100</source>
            <translation>101위 이하</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_view.py" />
            <source>Name or economy</source>
            <translation>이름 또는 경제권</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_view.py" />
            <source>Filter the ranking</source>
            <translation>순위표 거르기</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_view.py" />
            <source>Fil&amp;ter</source>
            <translation>필터(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_view.py" />
            <source>Zoom to the clusters chosen in the table</source>
            <translation>표에서 고른 클러스터로 확대</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_view.py" />
            <source>Ranking of the clusters</source>
            <translation>클러스터 순위표</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_view.py" />
            <source>Copy</source>
            <translation>복사</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_view.py" />
            <source>Zoom to cluster</source>
            <translation>클러스터로 확대</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_view.py" />
            <source>{shown} of {count} clusters</source>
            <translation>클러스터 {count}개 중 {shown}개</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/ranking_view.py" />
            <source>The table shows the first {count} rows.</source>
            <translation>표에는 처음 {count}행만 보입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>&amp;Zones</source>
            <translation>특구(&amp;Z)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>&amp;Nodes</source>
            <translation>거점(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>&amp;Import zones…</source>
            <translation>특구 파일 읽기(&amp;I)…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>Catalo&amp;gue of zones…</source>
            <translation>특구 목록(&amp;G)…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>Overla&amp;y…</source>
            <translation>중첩 분석(&amp;Y)…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>Check designa&amp;tion…</source>
            <translation>지정 기준 검토(&amp;T)…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>Propose &amp;a zone…</source>
            <translation>특구 제안(&amp;A)…</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>{count} zones.</source>
            <translation>특구 {count}곳.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>No zones with boundaries yet: import official files, or choose a layer of zones.</source>
            <translation>경계가 있는 특구가 아직 없습니다. 공식 파일을 읽거나 특구 레이어를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>A catalogue of {count} zones at approximate positions.</source>
            <translation>대략의 위치로 된 특구 목록 {count}곳.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>{count} nodes.</source>
            <translation>거점 {count}곳.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>No address points to lay them over: see step 1.</source>
            <translation>겹쳐 볼 주소 포인트가 없습니다. 1단계를 보십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/dock/zones_page.py" />
            <source>Without clusters, zones are compared with addresses only: see step 2.</source>
            <translation>클러스터가 없으면 특구를 주소하고만 비교합니다. 2단계를 보십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/data_choice.py" />
            <source>Addresses (whole run)</source>
            <translation>주소(전체 실행)</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/data_choice.py" />
            <source>One layer (density clusters)</source>
            <translation>레이어 하나(밀도 클러스터)</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/data_choice.py" />
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Deals</source>
            <translation>거래</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/data_choice.py" />
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Points</source>
            <translation>포인트</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/data_choice.py" />
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../processing_algorithms/preparepoints.py" />
            <location filename="../../processing_algorithms/proposezone.py" />
            <location filename="../../resources/styles/addresses.qml" />
            <location filename="../../resources/styles/boundaries.outlines.qml" />
            <location filename="../../resources/styles/boundaries.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <source>Weight</source>
            <translation>가중치</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/data_choice.py" />
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <location filename="../../processing_algorithms/inputs/fields.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <location filename="../../processing_algorithms/submitting/command.py" />
            <location filename="../../resources/models/clustersatsource.model3" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>How many addresses a row stands for, 0 or more. Empty: one.</source>
            <translation>한 행이 나타내는 주소 수(0 이상). 비워 두면 1입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/exploration.py" />
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Reading points…</source>
            <translation>포인트를 읽는 중…</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/exploration.py" />
            <source>Read points to explore parameters</source>
            <translation>파라미터를 탐색할 포인트 읽기</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/exploration.py" />
            <source>Clustering…</source>
            <translation>클러스터를 찾는 중…</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/exploration.py" />
            <location filename="../../plugin/explorer/panel.py" />
            <source>Explore parameters</source>
            <translation>파라미터 탐색</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/exploration.py" />
            <source>Measuring k-distances…</source>
            <translation>k-거리를 재는 중…</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/exploration.py" />
            <source>Drawing curves…</source>
            <translation>곡선을 그리는 중…</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/exploration.py" />
            <source>Something went wrong; the log messages say what.</source>
            <translation>문제가 생겼습니다. 자세한 내용은 로그 메시지에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Read points</source>
            <translation>포인트 읽기</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Distance (eps)</source>
            <translation>거리 (eps)</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Points at most this far from each other are neighbours (eps), in metres.</source>
            <translation>서로 이 거리 이내에 있는 포인트는 이웃입니다(eps). 미터 단위입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Minimum weight</source>
            <translation>최소 가중치</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>A point is core when the points within the distance, itself included, weigh at least this much.</source>
            <translation>자신을 포함하여 거리 안에 있는 포인트의 가중치 합이 이 값 이상이면 핵심점입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>The distance at which the curve of k-distances turns up: what the points propose themselves.</source>
            <translation>k-거리 곡선이 위로 꺾이는 거리로, 포인트 스스로 제안하는 값입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Use in the whole run…</source>
            <translation>전체 실행에 사용…</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Use in density clusters…</source>
            <translation>밀도 클러스터에 사용…</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Choose a layer of points first.</source>
            <translation>먼저 포인트 레이어를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>A layer was removed. Choose the points again.</source>
            <translation>레이어가 제거되었습니다. 포인트를 다시 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>The points have changed since they were read.</source>
            <translation>읽은 뒤에 포인트가 바뀌었습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Read the points that are chosen now.</source>
            <translation>지금 선택한 포인트를 읽으십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>{count} rows have no usable point and take no part.</source>
            <translation>행 {count}개에는 쓸 수 있는 포인트가 없어 제외됩니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <location filename="../../processing_algorithms/inputs/checking.py" />
            <source>numba is not available ({problem}); the same result is computed in numpy, slower.</source>
            <translation>numba를 사용할 수 없어({problem}) numpy로 더 느리게 계산합니다. 결과는 같습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Take the knee: {eps} m</source>
            <translation>꺾이는 점 사용: {eps} m</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Take the knee</source>
            <translation>꺾이는 점 사용</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <source>Read again</source>
            <translation>다시 읽기</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/explorer.py" />
            <location filename="../../plugin/options/defaults.py" />
            <location filename="../../processing_algorithms/inputs/method.py" />
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <location filename="../../resources/models/clustersatsource.model3" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Minimum density</source>
            <translation>최소 밀도</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/outcome_text.py" />
            <source>{clusters} clusters at {eps} m and a minimum of {minimum}</source>
            <translation>거리 {eps} m, 최소 {minimum}에서 클러스터 {clusters}개</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/outcome_text.py" />
            <source>{clustered} % of the weight in clusters, {noise} % noise; the largest {largest} %</source>
            <translation>전체 가중치의 {clustered} %가 클러스터에 속하고 {noise} %는 노이즈, 가장 큰 클러스터 {largest} %</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/outcome_text.py" />
            <source>Exact, from all {places} places, in {seconds} s.</source>
            <translation>지점 {places}곳 전부로 정확히 계산했습니다. {seconds}초.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/panel.py" />
            <source>Explore parameters…</source>
            <translation>파라미터 탐색…</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/panel.py" />
            <source>See on the map how clusters form and merge with distance and minimum weight</source>
            <translation>거리와 최소 가중치에 따라 클러스터가 생기고 합쳐지는 모습을 지도에서 봅니다</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/plot.py" />
            <source>Curves against the distance</source>
            <translation>거리에 따른 곡선</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/plot.py" />
            <source>Above: how many clusters there are at every distance. Below: how much of all weight is in clusters, and how much is core, which is the curve of k-distances. Drag the line, or move it with the arrow keys.</source>
            <translation>위: 거리마다 클러스터가 몇 개인지. 아래: 전체 가중치 가운데 클러스터에 속한 몫과 핵심점의 몫(k-거리 곡선). 선을 끌거나 화살표 키로 움직이십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/plot.py" />
            <source>In clusters</source>
            <translation>클러스터 안</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/plot.py" />
            <source>Core (k-distance)</source>
            <translation>핵심 (k-거리)</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/reading.py" />
            <location filename="../../processing_algorithms/inputs/given_metrics.py" />
            <source>Choose at least one layer: inventors, authors or deals.</source>
            <translation>발명자, 저자, 거래 가운데 적어도 하나의 레이어를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/reading.py" />
            <source>Deals alone are no part of the density; add inventors or authors.</source>
            <translation>거래만으로는 밀도를 이룰 수 없습니다. 발명자나 저자를 추가하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/explorer/reading.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../processing_algorithms/inputs/edition_sources.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Not one of the {count} rows has a usable point; check the geometry.</source>
            <translation>{count}개 행에 쓸 수 있는 포인트가 하나도 없습니다. 도형을 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>Returns the share of a value in a total, in per cent. Where no total is given, it is the sum over all features of the layer.</source>
            <translation>총량에서 값이 차지하는 점유율을 퍼센트로 반환합니다. 총량을 지정하지 않으면 레이어 모든 피처의 합계를 씁니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>a number, such as the records of a cluster</source>
            <translation>수. 예: 클러스터의 레코드 수</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>what it is a part of, such as the world total</source>
            <translation>값이 속한 총량. 예: 세계 총량</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>per cent of the patents of all clusters in the layer</source>
            <translation>레이어의 모든 클러스터 특허에서 차지하는 퍼센트</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>per cent of the patents of the clusters in the same economies</source>
            <translation>같은 경제권의 클러스터 특허에서 차지하는 퍼센트</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>Returns a rank as it is written: 1st, 2nd, 3rd in English, 1위 in Korean. A rank that several share is marked as such: =3rd, 공동 3위.</source>
            <translation>순위를 글로 쓰는 형태로 반환합니다. 영어로는 1st, 2nd, 3rd, 한국어로는 1위입니다. 여럿이 같은 순위이면 =3rd, 공동 3위와 같이 표시합니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>a whole number from 1; NULL for what has no rank</source>
            <translation>1부터 시작하는 정수. 순위가 없으면 NULL</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>whether others share the rank. Where it is not given, the features of the layer are counted that have the same rank.</source>
            <translation>다른 것과 순위가 같은지 여부. 지정하지 않으면 레이어에서 순위가 같은 피처를 셉니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>'en' or 'ko'; where it is not given, that of the plugin's outputs, as set in Options</source>
            <translation>'en' 또는 'ko'. 지정하지 않으면 옵션에서 정한 플러그인 산출물의 언어</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>the rank of the cluster, marked where another has the same</source>
            <translation>클러스터의 순위. 같은 순위가 또 있으면 표시됨</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>There are labels in 'en' and 'ko' only.</source>
            <translation>순위 표시는 'en'과 'ko'로만 제공됩니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>Returns the class of WIPO's maps that a rank is in, as in the field tier: {tiers}.</source>
            <translation>순위가 WIPO 지도에서 속하는 등급을 tier 필드와 같이 반환합니다: {tiers}.</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>the tier of the cluster</source>
            <translation>클러스터의 등급</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>Returns the class of WIPO's maps that the rank by intensity is in: the score per inhabitant, ranked among all features of the layer. NULL without a population.</source>
            <translation>집약도 순위가 WIPO 지도에서 속하는 등급을 반환합니다. 인구당 점수를 레이어의 모든 피처 가운데에서 순위를 매깁니다. 인구가 없으면 NULL입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>the score, or any other number that is to stand per inhabitant</source>
            <translation>점수, 또는 인구당으로 나타낼 다른 수</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>the people of the cluster's own area</source>
            <translation>클러스터 자체 구역의 인구</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>the tier of the cluster by its intensity</source>
            <translation>집약도에 따른 클러스터의 등급</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>the same, where the layer has the rank already</source>
            <translation>레이어에 순위가 이미 있으면 같은 결과</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>Returns the location quotient: the share of a part in its whole over the share of the same part in a reference. Above 1 the place is specialised in it. NULL where a whole is 0.</source>
            <translation>입지계수를 반환합니다. 전체에서 부분이 차지하는 비율을 기준 지역에서의 같은 비율로 나눈 값입니다. 1보다 크면 그 지역이 해당 부문에 특화되어 있습니다. 전체가 0이면 NULL입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>what is looked at, such as the patents of a cluster</source>
            <translation>살펴보려는 부분. 예: 클러스터의 특허</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>all there is of its kind in the same place, such as all its records</source>
            <translation>같은 곳의 전체. 예: 클러스터의 모든 레코드</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>the same part in the reference, such as all patents</source>
            <translation>기준 지역의 같은 부분. 예: 모든 특허</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>the whole of the reference, such as all records</source>
            <translation>기준 지역의 전체. 예: 모든 레코드</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/functions.py" />
            <source>above 1 where the cluster makes more patents than the clusters do together</source>
            <translation>클러스터의 특허 비율이 전체 클러스터보다 높으면 1보다 큼</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/indicator.py" />
            <source>{value} is not a number; give a number or a field of numbers.</source>
            <translation>{value}은(는) 수가 아닙니다. 수 또는 수 필드를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/indicator.py" />
            <source>{value} is not a rank; ranks are whole numbers from 1.</source>
            <translation>{value}은(는) 순위가 아닙니다. 순위는 1부터 시작하는 정수입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/indicator.py" />
            <source>There is no layer here to look through; give all arguments.</source>
            <translation>여기에는 살펴볼 레이어가 없습니다. 인수를 모두 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/expressions/registry.py" />
            <source>The expression function {name} is another plugin's.</source>
            <translation>표현식 함수 {name}은(는) 다른 플러그인의 것입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/launching.py" />
            <source>Enable the plugin Processing first: Plugins, Manage and Install Plugins.</source>
            <translation>먼저 [플러그인 ▸ 플러그인 관리 및 설치]에서 공간 처리(Processing) 플러그인을 켜십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/basemap.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Provinces</source>
            <translation>시도·주</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/basemap.py" />
            <location filename="../../processing_algorithms/inputs/countries.py" />
            <location filename="../../processing_algorithms/inputs/references.py" />
            <source>Countries</source>
            <translation>국가</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/basemap.py" />
            <source>Basemap</source>
            <translation>배경 지도</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/exporting.py" />
            <source>The map could not be written to {path}.</source>
            <translation>지도를 {path}에 쓸 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/filling.py" />
            <source>Shares by metric, %</source>
            <translation>지표별 점유율(%)</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/filling.py" />
            <source>Ranking: the first {count}</source>
            <translation>순위: 상위 {count}개</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/filling.py" />
            <source>Rank in earlier editions</source>
            <translation>이전 판의 순위</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/frames.py" />
            <source>Korea</source>
            <translation>한국</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/frames.py" />
            <source>Around {place}</source>
            <translation>{place} 주변</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/frames.py" />
            <location filename="../../plugin/layouts/printing.py" />
            <source>There is no cluster to draw a map of.</source>
            <translation>지도로 그릴 클러스터가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/legend.py" />
            <source>Zones, in part</source>
            <translation>특구(일부)</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/legend.py" />
            <source>Clusters by rank</source>
            <translation>순위별 클러스터</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/legend.py" />
            <location filename="../../processing_algorithms/importzones.py" />
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Zones</source>
            <translation>특구</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/printing.py" />
            <source>There is no cluster in {economy}.</source>
            <translation>{economy}에는 클러스터가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/printing.py" />
            <source>The cluster of rank {rank} has no shape.</source>
            <translation>{rank}위 클러스터에는 도형이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/printing.py" />
            <source>{page}: there was no room for {parts}.</source>
            <translation>{page}: {parts}을(를) 넣을 자리가 없었습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/printing.py" />
            <source>{file} has no item with an id that is filled here; give its items ids such as {ids} under Item Properties, Item ID.</source>
            <translation>{file}에는 여기에서 채울 ID를 가진 항목이 없습니다. 항목 속성의 항목 ID에 {ids} 같은 ID를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/printing.py" />
            <source>The template has no item with the id {ids}; the page goes without.</source>
            <translation>템플릿에 ID가 {ids}인 항목이 없어 페이지에서 빠집니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/printing.py" />
            <source>The text of {item} is too long for its place and was shortened.</source>
            <translation>{item}의 텍스트가 자리에 비해 너무 길어 줄였습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/printing.py" />
            <source>No font with Hangul is installed, so Korean letters come out as empty boxes; install Noto Sans CJK KR or Nanum Gothic.</source>
            <translation>한글 글꼴이 설치되어 있지 않아 한글이 빈 네모로 나옵니다. Noto Sans CJK KR 또는 나눔고딕을 설치하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/printing.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/mapreport.py" />
            <location filename="../../processing_algorithms/outputs/report/__init__.py" />
            <location filename="../../scripts/demo.py" />
            <source>Innovation clusters</source>
            <translation>혁신 클러스터</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/ranking.py" />
            <location filename="../../processing_algorithms/outputs/report/changes.py" />
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <location filename="../../scripts/demo.py" />
            <location filename="../../resources/styles/by_radius.qml" />
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <location filename="../../resources/styles/top_lists.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Cluster</source>
            <translation>클러스터</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/templates.py" />
            <source>{file} cannot be read as a layout template.</source>
            <translation>{file}을(를) 조판 템플릿으로 읽을 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/templates.py" />
            <source>{file} is no layout template; save one with Layout, Save as Template.</source>
            <translation>{file}은(는) 조판 템플릿이 아닙니다. 조판 메뉴의 템플릿으로 저장으로 만드십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/layouts/templates.py" />
            <source>{file} has no page.</source>
            <translation>{file}에 페이지가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/models.py" />
            <source>Models</source>
            <translation>모델</translation>
        </message>
        <message>
            <location filename="../../plugin/models.py" />
            <source>{parameter}: The layer has a field {field}, and the steps make one of that name; remove or rename it.</source>
            <translation>{parameter}: 레이어에 {field} 필드가 있는데, 단계들이 같은 이름의 필드를 만듭니다. 그 필드를 지우거나 이름을 바꾸십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/named_styles.py" />
            <source>By rank</source>
            <translation>순위별</translation>
        </message>
        <message>
            <location filename="../../plugin/named_styles.py" />
            <source>By intensity</source>
            <translation>집약도별</translation>
        </message>
        <message>
            <location filename="../../plugin/named_styles.py" />
            <source>By share of patents</source>
            <translation>특허 점유율별</translation>
        </message>
        <message>
            <location filename="../../plugin/named_styles.py" />
            <source>By share of publications</source>
            <translation>논문 점유율별</translation>
        </message>
        <message>
            <location filename="../../plugin/named_styles.py" />
            <source>By share of deals</source>
            <translation>거래 점유율별</translation>
        </message>
        <message>
            <location filename="../../plugin/named_styles.py" />
            <source>By change of rank</source>
            <translation>순위 변동별</translation>
        </message>
        <message>
            <location filename="../../plugin/named_styles.py" />
            <source>By rank of the cluster</source>
            <translation>클러스터 순위별</translation>
        </message>
        <message>
            <location filename="../../plugin/named_styles.py" />
            <source>By weight</source>
            <translation>가중치별</translation>
        </message>
        <message>
            <location filename="../../plugin/named_styles.py" />
            <source>By event</source>
            <translation>변화별</translation>
        </message>
        <message>
            <location filename="../../plugin/named_styles.py" />
            <source>Coloured by cluster</source>
            <translation>클러스터별 색</translation>
        </message>
        <message>
            <location filename="../../plugin/named_styles.py" />
            <source>Outlines</source>
            <translation>윤곽선</translation>
        </message>
        <message>
            <location filename="../../plugin/options/defaults.py" />
            <source>Values that dialogs begin with</source>
            <translation>대화창의 시작 값</translation>
        </message>
        <message>
            <location filename="../../plugin/options/defaults.py" />
            <source>A dialog shows them, and you see and can change them there. Scripts, models and qgis_process that leave a parameter out use the documented default, whatever is set here, so that they give the same result everywhere.</source>
            <translation>대화창을 열면 이 값이 표시되며 거기에서 확인하고 바꿀 수 있습니다. 스크립트, 모델, qgis_process에서 파라미터를 생략하면 여기 설정과 관계없이 문서의 기본값을 쓰므로 어디서나 같은 결과가 나옵니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/defaults.py" />
            <source>As in the edition</source>
            <translation>판에서 정한 값</translation>
        </message>
        <message>
            <location filename="../../plugin/options/defaults.py" />
            <source>Empty: shares of the input</source>
            <translation>비움: 입력 자료 대비 점유율</translation>
        </message>
        <message>
            <location filename="../../plugin/options/defaults.py" />
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Edition</source>
            <translation>판</translation>
        </message>
        <message>
            <location filename="../../plugin/options/defaults.py" />
            <source>Maximum distance, in metres</source>
            <translation>최장 거리(미터)</translation>
        </message>
        <message>
            <location filename="../../plugin/options/defaults.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../processing_algorithms/inputs/method.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Border points</source>
            <translation>경계점</translation>
        </message>
        <message>
            <location filename="../../plugin/options/defaults.py" />
            <location filename="../../processing_algorithms/inputs/given_metrics.py" />
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>World total of patents</source>
            <translation>세계 특허 총량</translation>
        </message>
        <message>
            <location filename="../../plugin/options/defaults.py" />
            <location filename="../../processing_algorithms/inputs/given_metrics.py" />
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>World total of publications</source>
            <translation>세계 논문 총량</translation>
        </message>
        <message>
            <location filename="../../plugin/options/defaults.py" />
            <location filename="../../processing_algorithms/inputs/given_metrics.py" />
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>World total of deals</source>
            <translation>세계 거래 총량</translation>
        </message>
        <message>
            <location filename="../../plugin/options/defaults.py" />
            <source>As documented: {default}</source>
            <translation>문서의 기본값: {default}</translation>
        </message>
        <message>
            <location filename="../../plugin/options/diagnostics_group.py" />
            <source>Diagnostics for bug reports</source>
            <translation>버그 보고용 진단 정보</translation>
        </message>
        <message>
            <location filename="../../plugin/options/diagnostics_group.py" />
            <source>Copy Diagnostics</source>
            <translation>진단 정보 복사</translation>
        </message>
        <message>
            <location filename="../../plugin/options/diagnostics_group.py" />
            <source>Versions, packages, settings of the plugin and language; no names of folders or users.</source>
            <translation>버전, 패키지, 플러그인 설정, 언어가 들어가며 폴더나 사용자 이름은 들어가지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/diagnostics_group.py" />
            <source>Copied.</source>
            <translation>복사했습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/kernels.py" />
            <source>Compiled kernels</source>
            <translation>컴파일된 커널</translation>
        </message>
        <message>
            <location filename="../../plugin/options/kernels.py" />
            <source>Folder for compiled kernels</source>
            <translation>컴파일된 커널의 폴더</translation>
        </message>
        <message>
            <location filename="../../plugin/options/kernels.py" />
            <source>Beside the plugin</source>
            <translation>플러그인 폴더 안</translation>
        </message>
        <message>
            <location filename="../../plugin/options/kernels.py" />
            <source>Clear</source>
            <translation>지우기</translation>
        </message>
        <message>
            <location filename="../../plugin/options/kernels.py" />
            <source>The first run compiles the density clustering, which takes some seconds, and keeps it for later ones. Another folder is used from the next start of QGIS on.</source>
            <translation>처음 실행할 때 밀도 군집 코드를 몇 초에 걸쳐 컴파일하고 다음 실행을 위해 보관합니다. 폴더를 바꾸면 QGIS를 다시 시작할 때부터 쓰입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/kernels.py" />
            <source>Folder</source>
            <translation>폴더</translation>
        </message>
        <message>
            <location filename="../../plugin/options/kernels.py" />
            <source>Kept there</source>
            <translation>보관된 양</translation>
        </message>
        <message>
            <location filename="../../plugin/options/kernels.py" />
            <source>The environment variable NUMBA_CACHE_DIR names a folder; that one is used.</source>
            <translation>환경 변수 NUMBA_CACHE_DIR에 지정된 폴더를 씁니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/kernels.py" />
            <source>Not all could be removed: {problem}</source>
            <translation>일부를 지우지 못했습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../plugin/options/kernels.py" />
            <source>Nothing</source>
            <translation>없음</translation>
        </message>
        <message>
            <location filename="../../plugin/options/output_language.py" />
            <source>Language of outputs</source>
            <translation>산출물의 언어</translation>
        </message>
        <message>
            <location filename="../../plugin/options/output_language.py" />
            <source>As QGIS: {language}</source>
            <translation>QGIS와 같음: {language}</translation>
        </message>
        <message>
            <location filename="../../plugin/options/output_language.py" />
            <source>Language</source>
            <translation>언어</translation>
        </message>
        <message>
            <location filename="../../plugin/options/output_language.py" />
            <source>That of the names of layers, of legends, reports and maps, and of the log of a run. Dialogs and toolbox keep the language of QGIS.</source>
            <translation>레이어 이름, 범례, 보고서, 지도, 실행 로그의 언어입니다. 대화창과 툴박스는 QGIS의 언어를 그대로 씁니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Everything</source>
            <translation>모든 기능</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Nothing; it comes with QGIS, and nothing here installs it.</source>
            <translation>없음. QGIS에 포함되어 있으며 여기에서는 설치하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Boundaries, overlays, shapes of zones</source>
            <translation>경계, 중첩, 특구 도형</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>All but {algorithms}, and people or names by polygons.</source>
            <translation>{algorithms}, 그리고 폴리곤에 의한 인구·이름을 제외한 모든 기능</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Density clustering, compiled</source>
            <translation>컴파일된 밀도 군집</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Everything, with the same results: 200,000 points take 4 seconds instead of 0.06.</source>
            <translation>모든 기능, 결과도 같음. 포인트 200,000개에 0.06초 대신 4초가 걸립니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Parquet and CSV files by their paths</source>
            <translation>경로로 지정한 Parquet·CSV 파일</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Everything with layers; such files, Clusters on Spark and Open a run are refused.</source>
            <translation>레이어로는 모두 됩니다. 이런 파일과 ‘Spark에서 클러스터 찾기’, ‘실행 결과 열기’는 거부합니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Parquet and CSV files larger than memory, and labels for their rows</source>
            <translation>메모리보다 큰 Parquet·CSV 파일과 그 행의 클러스터</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Everything; rows of files are read, as far as memory goes.</source>
            <translation>전부. 메모리가 되는 만큼 파일의 행을 읽습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Layers of PostGIS, summed in their database, and labels for their rows</source>
            <translation>데이터베이스에서 합치는 PostGIS 레이어와 그 행의 클러스터</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Everything; rows of databases are read one by one.</source>
            <translation>전부. 데이터베이스의 행을 하나하나 읽습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Texts as numbers, such as records</source>
            <translation>레코드 등 텍스트의 번호 매기기</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Everything, with the same results, slower.</source>
            <translation>모든 기능, 결과도 같고 더 느림</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Nothing in QGIS; results in a notebook</source>
            <translation>QGIS에서는 쓰지 않음. 노트북에서 결과 분석</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_notes.py" />
            <source>Looking for Python packages</source>
            <translation>Python 패키지를 찾는 중</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>Python packages</source>
            <translation>Python 패키지</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <location filename="../../plugin/options/spark.py" />
            <source>Copy the command</source>
            <translation>명령 복사</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>The plugin installs nothing by itself. The commands leave numpy as it is, because another one would stop QGIS from working. Start QGIS again afterwards.</source>
            <translation>플러그인은 스스로 아무것도 설치하지 않습니다. 다른 numpy가 설치되면 QGIS가 작동하지 않게 되므로 이 명령들은 numpy를 그대로 둡니다. 설치한 뒤 QGIS를 다시 시작하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>found</source>
            <translation>있음</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>To install {packages}:</source>
            <translation>{packages} 설치:</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>To install all of them:</source>
            <translation>모두 설치:</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>Any other system: a terminal</source>
            <translation>그 밖의 시스템: 터미널</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>Windows: a terminal of OSGeo4W Shell</source>
            <translation>Windows: OSGeo4W Shell 터미널</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>macOS, QGIS.app: a terminal</source>
            <translation>macOS, QGIS.app: 터미널</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>conda: a terminal with QGIS's environment</source>
            <translation>conda: QGIS 환경의 터미널</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>Debian or Ubuntu: a terminal</source>
            <translation>Debian 또는 Ubuntu: 터미널</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>Flatpak: a terminal</source>
            <translation>Flatpak: 터미널</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>{platform} (this QGIS)</source>
            <translation>{platform} (이 QGIS)</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>not found</source>
            <translation>없음</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>Package</source>
            <translation>패키지</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>Found</source>
            <translation>상태</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>Used for</source>
            <translation>용도</translation>
        </message>
        <message>
            <location filename="../../plugin/options/package_table.py" />
            <source>Works without it</source>
            <translation>없어도 되는 기능</translation>
        </message>
        <message>
            <location filename="../../plugin/options/page.py" />
            <source>What these options do</source>
            <translation>이 옵션들에 대한 설명</translation>
        </message>
        <message>
            <location filename="../../plugin/options/spark.py" />
            <source>Asking a Python what it has</source>
            <translation>Python에 있는 패키지 확인</translation>
        </message>
        <message>
            <location filename="../../plugin/options/spark.py" />
            <source>{python}: good for Spark Connect servers. For masters: {problem}</source>
            <translation>{python}: Spark Connect 서버에 쓸 수 있습니다. 마스터에 쓰려면: {problem}</translation>
        </message>
        <message>
            <location filename="../../plugin/options/spark.py" />
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Python for Spark</source>
            <translation>Spark용 Python</translation>
        </message>
        <message>
            <location filename="../../plugin/options/spark.py" />
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>All files (*)</source>
            <translation>모든 파일 (*)</translation>
        </message>
        <message>
            <location filename="../../plugin/options/spark.py" />
            <source>None</source>
            <translation>없음</translation>
        </message>
        <message>
            <location filename="../../plugin/options/spark.py" />
            <source>Check</source>
            <translation>확인</translation>
        </message>
        <message>
            <location filename="../../plugin/options/spark.py" />
            <source>Clusters on Spark starts its runs in a Python of their own, so that QGIS never loads Spark. A line for a terminal makes one; choose it here afterwards.</source>
            <translation>Spark에서 클러스터 찾기는 따로 마련한 Python에서 실행되므로 QGIS는 Spark를 불러오지 않습니다. 터미널 명령 한 줄로 만든 다음 여기에서 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/options/spark.py" />
            <source>Line</source>
            <translation>명령</translation>
        </message>
        <message>
            <location filename="../../plugin/options/spark.py" />
            <location filename="../../resources/styles/candidate_areas.qml" />
            <location filename="../../resources/styles/candidate_nodes.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Chosen</source>
            <translation>선택됨</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>{layer}: {count} rows written</source>
            <translation>{layer}: {count}행 기록</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>The licences of the input data apply.</source>
            <translation>입력 데이터의 라이선스가 적용됩니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Innovation clusters as polygons, with counts, shares of the totals in per cent, score (sum of the shares) and rank.</source>
            <translation>혁신 클러스터 폴리곤. 건수, 총량 대비 점유율(%), 점수(점유율의 합), 순위를 담고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>The ranking of the innovation clusters as a table.</source>
            <translation>혁신 클러스터의 순위표.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>The distinct coordinates of all addresses, with their weight, their cluster and their role in it. Sites without a cluster are noise.</source>
            <translation>모든 주소의 서로 다른 좌표(지점)와 가중치, 소속 클러스터, 그 안에서의 구분. 클러스터에 속하지 않는 지점은 노이즈입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Points with the cluster and the role that weighted density clustering gave them.</source>
            <translation>가중 밀도 군집화로 얻은 클러스터와 구분이 붙은 포인트.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Boundaries of clusters of points, with statistics per cluster.</source>
            <translation>포인트 클러스터의 경계와 클러스터별 통계.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>The clusters of two editions compared: which is which, what became of the others, ranks and output.</source>
            <translation>두 판의 클러스터 비교. 서로 같은 클러스터, 나머지의 변화, 순위와 산출을 담고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Addresses ready for clustering, with record, weight, economy and organisation.</source>
            <translation>군집화할 수 있게 정리된 주소. 레코드, 가중치, 경제권, 기관을 담고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Addresses with the number of the cluster each is in.</source>
            <translation>각각 속한 클러스터의 번호가 있는 주소.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Lines between clusters that share records, with what they share.</source>
            <translation>레코드를 공유하는 클러스터를 잇는 선과 공유한 내용.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>What every cluster makes alone and with others, and with whom most.</source>
            <translation>클러스터마다 혼자 만든 것, 다른 곳과 함께 만든 것, 가장 많이 함께한 상대.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Pairs of close clusters, with what speaks for and against merging them.</source>
            <translation>가까운 클러스터 쌍과 병합의 찬반 근거.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>The leading organisations of every cluster, with their shares of its records.</source>
            <translation>클러스터별 주요 기관과 클러스터 레코드에 대한 점유율.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>The mix of fields of every cluster, beside that of all clusters together.</source>
            <translation>전체 클러스터와 견준 클러스터별 분야 구성.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Places of addresses that are wrong or doubtful, each with its reasons.</source>
            <translation>잘못되었거나 의심스러운 주소의 위치와 그 까닭.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>How exactly addresses are located, by economy, beside the figures of GII 2024.</source>
            <translation>GII 2024의 수치와 나란히 본 경제권별 위치 정확도.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>The places with the most addresses.</source>
            <translation>주소가 가장 많은 지점.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Pairs of a distance and a minimum density that were tried, with what each makes.</source>
            <translation>시험한 거리와 최소 밀도의 조합, 그리고 각 조합의 결과.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>How far addresses have to reach for the proposed minimum density, in order.</source>
            <translation>제안한 최소 밀도를 채우는 데 필요한 거리를 주소별로 구해 순서대로 늘어놓은 것.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Rows that could not be used, each with the reason.</source>
            <translation>사용할 수 없는 행과 그 사유.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Computed from the user's own data after the method of WIPO's Global Innovation Index. Not a publication of WIPO.</source>
            <translation>WIPO 글로벌 혁신지수의 방법에 따라 사용자의 자료로 계산한 것이며, WIPO의 발간물이 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/output_metadata.py" />
            <source>Computed from the user's own data.</source>
            <translation>사용자의 자료로 계산한 것입니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/plugin.py" />
            <source>Find innovation clusters…</source>
            <translation>혁신 클러스터 찾기…</translation>
        </message>
        <message>
            <location filename="../../plugin/plugin.py" />
            <source>Cluster, score and rank the addresses of inventors, authors and firms</source>
            <translation>발명자, 저자, 기업의 주소로 클러스터를 찾아 점수와 순위를 매깁니다</translation>
        </message>
        <message>
            <location filename="../../plugin/presentation.py" />
            <source>The style of {layer} could not be stored with it: {problem}</source>
            <translation>{layer}의 스타일을 함께 저장할 수 없습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../plugin/presentation.py" />
            <source>{layer} could not be styled: {problem}</source>
            <translation>{layer}에 스타일을 적용할 수 없습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../plugin/presentation.py" />
            <source>the file refused it</source>
            <translation>파일에 쓸 수 없음</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>Open the sample…</source>
            <translation>표본 열기…</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>Make a project from the bundled, modelled sample</source>
            <translation>함께 제공되는 모형 표본으로 프로젝트를 만듭니다</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>Nothing can be written to {folder}: {problem}. Choose another folder.</source>
            <translation>{folder} 폴더에 쓸 수 없습니다({problem}). 다른 폴더를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>The sample is being made in the background.</source>
            <translation>백그라운드에서 표본을 만들고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>The files of the sample are in {folder}.</source>
            <translation>표본 파일은 {folder} 폴더에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <location filename="../../scripts/demo.py" />
            <source>Innovation clusters: modelled sample</source>
            <translation>혁신 클러스터: 모형 표본</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>The project could not be written: {problem}</source>
            <translation>프로젝트를 쓸 수 없습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>a temporary folder</source>
            <translation>임시 폴더</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>{count} clusters of the modelled sample, in {folder}. No row is real.</source>
            <translation>모형 표본의 클러스터 {count}개를 {folder}에 만들었습니다. 실제 자료는 한 행도 없습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>Show the report</source>
            <translation>보고서 보기</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>Open the sample</source>
            <translation>표본 열기</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>Makes a project of clusters of the world from the bundled sample, with the algorithms that you run on data of your own. It takes some seconds; QGIS can be used meanwhile.</source>
            <translation>함께 제공되는 표본으로 세계 클러스터 프로젝트를 만듭니다. 내 자료에 쓰는 알고리즘을 그대로 실행합니다. 몇 초가 걸리며, 그동안 QGIS를 쓸 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>Folder for the project (left empty, it is temporary and goes when QGIS ends)</source>
            <translation>프로젝트를 둘 폴더(비워 두면 임시 프로젝트이며 QGIS를 끝내면 사라집니다)</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <source>Folder for the project</source>
            <translation>프로젝트를 둘 폴더</translation>
        </message>
        <message>
            <location filename="../../plugin/sample_project.py" />
            <location filename="../../processing_algorithms/base.py" />
            <source>Cancelled. Nothing was written.</source>
            <translation>취소했습니다. 아무것도 쓰지 않았습니다.</translation>
        </message>
        <message>
            <location filename="../../plugin/tutorial_entry.py" />
            <source>Tutorial of ten minutes</source>
            <translation>10분 따라 하기</translation>
        </message>
        <message>
            <location filename="../../plugin/tutorial_entry.py" />
            <source>From a folder of files to a map in a report; opens in the browser</source>
            <translation>파일 폴더에서 보고서의 지도까지. 브라우저에서 엽니다</translation>
        </message>
        <message>
            <location filename="../../plugin/tutorial_entry.py" />
            <source>No program here opens the page; it is {address}</source>
            <translation>이 문서를 열 프로그램이 없습니다. 문서 위치: {address}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/base.py" />
            <source>en</source>
            <translation>ko</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/base.py" />
            <source>{algorithm} needs the Python package {name}, which cannot be used ({problem}); install it for the Python that runs QGIS ({command}) and start QGIS again.</source>
            <translation>{algorithm}에는 Python 패키지 {name}이(가) 필요하지만 사용할 수 없습니다({problem}). QGIS가 쓰는 Python에 설치하고({command}) QGIS를 다시 시작하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/base.py" />
            <source>{layer} (selected features)</source>
            <translation>{layer} (선택한 피처)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Check a designation</source>
            <translation>지정 기준 검토</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Checks the nodes (거점) of a Korean special zone against the rules of its designation: radius, area, totals of the province, adjacency. Every rule passes, fails or cannot be told, with number, limit, margin and the text of the law, in every reading where the text is ambiguous.</source>
            <translation>특구의 거점이 지정 기준에 맞는지 검토합니다: 반경, 면적 상한, 시·도 누적 면적, 연접. 기준마다 적합, 부적합, 판단 불가를 수치, 한도, 여유, 법령 문구와 함께 알리고, 문구가 모호하면 읽는 방법마다 따로 알립니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>zone,designation,rule,law,radius,area limit,node,enclosing circle,korea</source>
            <translation>특구,지정,기준,법령,반경,면적 상한,거점,최소 원,한국</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/importzones.py" />
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Nodes</source>
            <translation>거점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>The nodes (거점) of one designation, a row each, as points or polygons. Filter or select them where the layer has others too.</source>
            <translation>한 지정의 거점. 거점마다 한 행이며 포인트나 폴리곤입니다. 레이어에 다른 것도 있으면 필터링하거나 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>The field with the name of the node. Empty: nodes are numbered.</source>
            <translation>거점의 이름이 있는 필드. 비우면 번호를 매깁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/density_clusters.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <source>Role</source>
            <translation>구분</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>The field that tells which node is core: true, a number that is not 0, or a text with core or 핵심 in it. For small R&amp;D special zones these are the core institutions (기술핵심기관).</source>
            <translation>어느 거점이 핵심인지 알려 주는 필드: 참, 0이 아닌 수, 또는 core나 핵심이 들어 있는 텍스트. 강소연구개발특구에서는 기술핵심기관입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../resources/styles/designation_offending.qml" />
            <location filename="../../resources/styles/designation_spokes.qml" />
            <source>Core node</source>
            <translation>핵심 거점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>The name of the core node, in place of the role. Without either, what is measured from the core cannot be told.</source>
            <translation>역할 필드 대신 쓰는 핵심 거점의 이름. 둘 다 없으면 핵심 거점에서 재는 것은 판단할 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Area</source>
            <translation>면적</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>The field with the area of nodes that are points. Of polygons the area is measured.</source>
            <translation>포인트인 거점의 면적이 있는 필드. 폴리곤은 면적을 잽니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Unit of the area</source>
            <translation>면적의 단위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Square metres</source>
            <translation>제곱미터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Square kilometres</source>
            <translation>제곱킬로미터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Pyeong (평)</source>
            <translation>평</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>m2: square metres. km2: square kilometres. pyeong: 평, 400/121 m² each.</source>
            <translation>m2: 제곱미터. km2: 제곱킬로미터. pyeong: 평, 1평은 400/121 m².</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Province of the node</source>
            <translation>거점의 시·도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>The field with the province of each node, by its Korean or English name, where nodes lie in several. Rows where it is empty are in the province chosen below.</source>
            <translation>거점이 여러 시·도에 있을 때 거점마다 시·도의 한글이나 영문 이름이 있는 필드. 비어 있는 행은 아래에서 고른 시·도에 있는 것으로 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/importzones.py" />
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <location filename="../../resources/styles/zone_guesses.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Zone type</source>
            <translation>특구 유형</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>What the nodes are to be designated as: the id, the Korean or the English name of a type. The catalogue of Korean zones lists the types and their rules.</source>
            <translation>무엇으로 지정하려는지: 유형의 식별자나 한글 또는 영문 이름. 유형과 그 기준은 한국 특구 목록에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <location filename="../../resources/styles/designation_totals.qml" />
            <location filename="../../resources/styles/national_clusters.qml" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/zone_guesses.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Province</source>
            <translation>시도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Limits differ between metropolitan cities and provinces. Sejong is in neither class, so it is read both ways. Empty: what depends on the province is told only where it does not matter.</source>
            <translation>광역시와 도는 한도가 다릅니다. 세종은 어느 쪽에도 들지 않아 두 가지로 읽습니다. 비우면 시·도에 따라 다른 것은 어느 쪽이든 결과가 같을 때만 판단합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>Nodes as</source>
            <translation>거점을 보는 방법</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>A point inside</source>
            <translation>내부의 점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Centroid</source>
            <translation>중심점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Whole polygon</source>
            <translation>폴리곤 전체</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>What of a node that is a polygon has to lie within the radius; the law does not say. points: a point inside it. centroids: its centroid. polygons: all of it.</source>
            <translation>폴리곤인 거점의 무엇이 반경 안에 있어야 하는지. 법령에는 정해져 있지 않습니다. points: 안쪽의 한 점. centroids: 중심점. polygons: 구역 전체.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Zones that are there already</source>
            <translation>이미 지정된 특구</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Zones as Import zones makes them (fields zone_type, sido, area_m2, name_ko, year), for totals of the province and the country, overlap and adjacency. Polygons of nodes that are among them count once.</source>
            <translation>특구 가져오기로 만든 특구(필드 zone_type, sido, area_m2, name_ko, year). 시·도와 전국의 누적 면적, 중첩, 인접을 판단하는 데 씁니다. 여기에 거점의 폴리곤이 들어 있어도 한 번만 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Stated facts</source>
            <translation>직접 적는 사실</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>What no layer tells, as fact=value with ; between them: council=yes; research_institutes=41; area_before_km2=3.2. What is missing is named in the checks; the table of rules in the catalogue lists all facts.</source>
            <translation>레이어로 알 수 없는 것을 사실=값으로 적고 ;로 나눕니다: council=yes; research_institutes=41; area_before_km2=3.2. 빠진 것은 검토 결과에 나오고, 모든 사실은 목록의 기준 표에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../resources/styles/partners.qml" />
            <source>Metric</source>
            <translation>거리 측정 방식</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Ellipsoid (WGS 84)</source>
            <translation>타원체(WGS 84)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Plane of the layer</source>
            <translation>레이어의 평면</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>ellipsoid: geodesic distances on WGS 84. planar: distances in the plane of the layer, which in EPSG:5179 are up to 0.4 m in a kilometre shorter. Areas are always the ellipsoid's.</source>
            <translation>ellipsoid: WGS 84 타원체의 측지선 거리. planar: 레이어 평면의 거리이며 EPSG:5179에서는 1 km에 최대 0.4 m 짧습니다. 면적은 언제나 타원체에서 잽니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Checks</source>
            <translation>검토 결과</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>A row for every requirement of every rule in every reading: outcome (pass, fail, cannot_tell), number, limit, margin (negative: beyond the limit), what is missing, law, article, text, confidence. kind: a requirement must be met; a permission is what is allowed or easier where it passes; a review is weighed and has no number.</source>
            <translation>기준과 읽는 방법, 요건마다 한 행: outcome(pass 적합, fail 부적합, cannot_tell 판단 불가), 수치, 한도, 여유(음수는 한도 초과), 빠진 것, 법령, 조문, 문구, 확인 정도. kind: requirement는 지켜야 하는 요건, permission은 해당하면 허용되거나 쉬워지는 것, review는 수치 없이 심의하는 것입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Circles and limits</source>
            <translation>원과 한도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>The smallest circle around all nodes, the circle from the core node to the farthest one, and around both centres the circles of the limits.</source>
            <translation>모든 거점을 담는 최소 원, 핵심 거점에서 가장 먼 거점까지의 원, 그리고 두 중심에서 그린 한도의 원.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Spokes</source>
            <translation>반경선</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>The ways from either centre to the farthest place of every node, with their lengths.</source>
            <translation>두 중심에서 각 거점의 가장 먼 곳까지의 선과 그 길이.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Nodes beyond the limit</source>
            <translation>한도를 벗어난 거점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>For every radius that fails, the farthest place of each node beyond it, and how far beyond.</source>
            <translation>부적합한 반경마다 벗어난 거점의 가장 먼 곳과 벗어난 거리.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Running totals</source>
            <translation>누적 면적</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>How the area of this zone type adds up in the provinces of the nodes: what is there already by year, then the nodes, with the limit and what is left.</source>
            <translation>거점이 있는 시·도에서 이 유형의 면적이 쌓이는 과정: 이미 있는 것을 연도순으로, 그다음 거점을, 면적 상한과 남은 면적과 함께 보입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Report</source>
            <translation>보고서</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>HTML files (*.html)</source>
            <translation>HTML 파일 (*.html)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>One page to attach to an application: every check with its text of law, nodes, and a map.</source>
            <translation>신청서에 붙이는 한 쪽: 법령 문구가 딸린 모든 검토 결과, 거점, 약도.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Outcome of all requirements</source>
            <translation>모든 요건의 결과</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Requirements that are met</source>
            <translation>충족한 지정 요건</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Requirements that are not met</source>
            <translation>충족하지 못한 지정 요건</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Requirements that cannot be told</source>
            <translation>판단할 수 없는 지정 요건</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Radius of the smallest circle, km</source>
            <translation>최소 원의 반경, km</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Choose the field of roles or the name of the core node, not both.</source>
            <translation>역할 필드와 핵심 거점의 이름 가운데 하나만 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/inputs/areas.py" />
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <location filename="../../processing_algorithms/inputs/checking.py" />
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <location filename="../../processing_algorithms/inputs/countries.py" />
            <location filename="../../processing_algorithms/inputs/earlier_clusters.py" />
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <location filename="../../processing_algorithms/measures/measuring.py" />
            <source>The layer has no coordinate reference system; assign the right one in its properties.</source>
            <translation>레이어에 좌표계가 없습니다. 레이어 속성에서 올바른 좌표계를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Choose what the nodes are to be designated as.</source>
            <translation>무엇으로 지정하려는지 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>The catalogue has no rule for {zone_type}: its criteria are qualitative, or it has no law.</source>
            <translation>목록에 {zone_type}의 기준이 없습니다. 지정 기준이 정성적이거나 법령이 없는 유형입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>No node is core, so distances from the core node are not known; choose a role or a name.</source>
            <translation>핵심 거점이 없어 핵심 거점에서의 거리를 알 수 없습니다. 역할이나 이름을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>{count} nodes; the smallest circle around them has a radius of {radius} km.</source>
            <translation>거점 {count}개. 모두 담는 최소 원의 반경은 {radius} km입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Requirements: {passed} met, {failed} not met, {open} that cannot be told.</source>
            <translation>지정 요건: 적합 {passed}건, 부적합 {failed}건, 판단 불가 {open}건.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>{count} further checks are permissions or matters of review: nothing to fail.</source>
            <translation>그 밖의 {count}건은 허용·완화 사항이나 심의사항으로, 적합 여부를 따지지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Not read in the law but taken from the press, or without a text: {rules}.</source>
            <translation>법령에서 읽은 것이 아니라 보도에서 가져왔거나 문구를 찾지 못한 기준: {rules}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <source>Check of a designation</source>
            <translation>지정 기준 검토 결과</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Distances are measured in the plane of {crs}.</source>
            <translation>거리를 {crs} 평면에서 잽니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/checkdesignation.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Distances are measured on the ellipsoid (WGS 84).</source>
            <translation>거리를 타원체(WGS 84)에서 잽니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Cluster atlas</source>
            <translation>클러스터 지도책</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Prints an atlas with one page per cluster: its map, its figures, its shares beside the mean of all clusters, the zones in it, its leading organisations and fields, its partners, and its rank in earlier editions. As one PDF, and as one PNG per page.</source>
            <translation>클러스터마다 한 페이지씩 지도책을 인쇄합니다. 지도, 수치, 전체 클러스터 평균과 비교한 점유율, 안에 있는 특구, 주요 기관과 분야, 협력 상대, 이전 판의 순위를 담습니다. PDF 하나와 페이지별 PNG로 만듭니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>atlas,map,layout,print,pdf,png,profile,factsheet,cluster,zone,partner</source>
            <translation>지도책,지도,조판,인쇄,pdf,png,프로필,현황표,클러스터,특구,협력,atlas,map,layout</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Leading organisations</source>
            <translation>주요 기관</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>The output of this name of Cluster profiles. Empty: what the clusters themselves tell.</source>
            <translation>클러스터 구성의 같은 이름의 산출물입니다. 비우면 클러스터 레이어에 있는 내용을 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>Fields</source>
            <translation>분야</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>Collaboration links</source>
            <translation>협력 연결선</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>The output of this name of Innovation clusters or Collaboration links.</source>
            <translation>혁신 클러스터 또는 협력 연결선의 같은 이름의 산출물입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Clusters of earlier editions</source>
            <translation>이전 판의 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Outputs Clusters of earlier runs, the earliest first. A cluster is found again where it shares at least half of the area of the smaller of both. Empty: the field earlier_rank.</source>
            <translation>이전 실행의 클러스터 산출물을 가장 이른 것부터 고릅니다. 둘 중 작은 것의 면적 절반 이상을 공유하면 같은 클러스터로 봅니다. 비우면 earlier_rank 필드를 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Only these clusters</source>
            <translation>이 클러스터만</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>An expression that is true for the clusters to print, such as "economies" = 'KR'.</source>
            <translation>인쇄할 클러스터에서 참이 되는 표현식입니다. 예: "economies" = 'KR'.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Order of pages</source>
            <translation>페이지 순서</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>rank: the first comes first. name: by the alphabet. intensity: the most intensive first.</source>
            <translation>rank: 순위가 높은 것부터. name: 가나다순. intensity: 집약도가 높은 것부터.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>First page</source>
            <translation>첫 페이지</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>The number of the first page to print, in the order chosen.</source>
            <translation>고른 순서에서 인쇄할 첫 페이지의 번호입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Last page</source>
            <translation>마지막 페이지</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>The number of the last page to print. Empty: all that follow.</source>
            <translation>인쇄할 마지막 페이지의 번호입니다. 비우면 끝까지 인쇄합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>Sources</source>
            <translation>출처</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>Where the data is from. Empty: the names of the layers that the clusters were made from.</source>
            <translation>데이터의 출처입니다. 비우면 클러스터를 만든 레이어의 이름을 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Items that are filled here besides: facts, neighbours, organisations, fields, partners, zones, history.</source>
            <translation>여기에서는 facts, neighbours, organisations, fields, partners, zones, history 항목도 채웁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Atlas as PDF</source>
            <translation>PDF 지도책</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>PDF files (*.pdf)</source>
            <translation>PDF 파일 (*.pdf)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>All pages, with text as text.</source>
            <translation>모든 페이지이며 글자는 텍스트로 남습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Folder for pages as PNG</source>
            <translation>PNG 페이지 폴더</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>One file per page with 300 dots per inch, named by rank and name.</source>
            <translation>페이지마다 300 dpi 파일 하나이며 순위와 이름으로 파일 이름을 붙입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Number of pages</source>
            <translation>페이지 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>The layer has no field {field}; choose the output of this name.</source>
            <translation>레이어에 {field} 필드가 없습니다. 이 이름의 산출물을 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>{layer} has no field rank or no coordinate reference system; choose outputs Clusters.</source>
            <translation>{layer}에 rank 필드 또는 좌표계가 없습니다. 클러스터 산출물을 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>The expression cannot be read: {problem}</source>
            <translation>표현식을 읽을 수 없습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Choose a file for the PDF or a folder for the pages as PNG.</source>
            <translation>PDF 파일 또는 PNG 페이지 폴더를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>No cluster is left to print; change the expression or the pages.</source>
            <translation>인쇄할 클러스터가 남지 않았습니다. 표현식 또는 페이지를 바꾸십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Reading clusters</source>
            <translation>클러스터를 읽는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>Printing {count} pages</source>
            <translation>{count}페이지 인쇄 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>{problem}</source>
            <translation>{problem}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusteratlas.py" />
            <source>The atlas could not be written: {problem}</source>
            <translation>지도책을 쓸 수 없습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Cluster boundaries</source>
            <translation>클러스터 경계</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Draws one polygon around every cluster of points: convex or concave hull, alpha shape, or the union of discs around all sites, as WIPO does. Areas and lengths are measured on the ellipsoid.</source>
            <translation>포인트 클러스터마다 폴리곤을 하나씩 그립니다: 볼록 껍질, 오목 껍질, 알파 셰이프, 또는 WIPO처럼 모든 지점 둘레의 원을 합친 도형. 면적과 길이는 타원체에서 측정합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>cluster,boundary,hull,convex,concave,alpha shape,buffer,outline,polygon</source>
            <translation>클러스터,군집,경계,껍질,볼록,오목,알파 셰이프,버퍼,윤곽,폴리곤,cluster,boundary,hull</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Clustered points</source>
            <translation>클러스터가 매겨진 포인트</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Points with the number or name of their cluster in a field, such as Density clusters makes.</source>
            <translation>클러스터 번호나 이름이 필드에 있는 포인트. [밀도 클러스터]의 산출 레이어가 그 예입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <location filename="../../processing_algorithms/inputs/cluster_sites.py" />
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Cluster field</source>
            <translation>클러스터 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>The field with the cluster of every point, a number or text. Points where it is empty, or the number -1, are noise: they are left out and counted in the log.</source>
            <translation>포인트마다 소속 클러스터가 있는 필드(숫자 또는 텍스트). 비어 있거나 -1인 포인트는 노이즈이므로 제외하고 로그에 개수를 남깁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Kind</source>
            <translation>종류</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Convex hull</source>
            <translation>볼록 껍질</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Concave hull</source>
            <translation>오목 껍질</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Alpha shape</source>
            <translation>알파 도형</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Discs around sites, joined</source>
            <translation>지점 둘레의 원을 합친 도형</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>convex: the smallest convex outline. concave: an outline that follows the points more closely, see the ratio. alpha: triangles between points that are near each other, see alpha; it can have several parts. buffer: discs of one radius around all sites, joined.</source>
            <translation>convex: 가장 작은 볼록 윤곽. concave: 포인트를 더 가까이 따르는 윤곽(비율 참조). alpha: 서로 가까운 포인트 사이의 삼각형(알파 참조)으로, 여러 조각이 될 수 있습니다. buffer: 모든 지점 둘레에 같은 반경의 원을 그려 합친 도형.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Ratio of concave hulls</source>
            <translation>오목 껍질의 비율</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>From 0, the tightest outline that holds together, to 1, the convex hull.</source>
            <translation>0은 한 조각을 유지하는 가장 촘촘한 윤곽, 1은 볼록 껍질입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Alpha (metres)</source>
            <translation>알파(미터)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>For alpha shapes: a triangle between points belongs to the shape when the circle through its corners has at most this radius, in metres for every layer. Sites outside all triangles get a disc of their own.</source>
            <translation>알파 셰이프에만 해당: 포인트 사이 삼각형의 외접원 반경이 이 값 이하이면 도형에 포함됩니다. 모든 레이어에서 미터 단위입니다. 어느 삼각형에도 들지 않는 지점에는 원을 따로 그립니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Radius of the discs</source>
            <translation>원의 반경</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>For kind buffer, in the unit chosen below. WIPO takes 0.05 degrees, which is 4 to 5.5 km for most places on Earth.</source>
            <translation>종류가 buffer일 때, 아래에서 고른 단위로 입력합니다. WIPO는 0.05도를 쓰며, 지구상 대부분의 곳에서 4~5.5 km입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Unit of the radius</source>
            <translation>반경의 단위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Degrees, as WIPO</source>
            <translation>도(WIPO 방식)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Metres</source>
            <translation>미터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>degrees: the discs are made in longitude and latitude, as WIPO does, and are narrower on the ground the farther they are from the equator. metres: they are round on the ground.</source>
            <translation>degrees: WIPO처럼 경위도에서 원을 만듭니다. 적도에서 멀수록 실제 폭이 좁아집니다. metres: 지표에서 둥근 원입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>A numeric field, 0 or more, summed per cluster; the centre is weighted by it. Empty: every point weighs 1.</source>
            <translation>0 이상의 숫자 필드. 클러스터별로 합산하며 중심 계산에도 쓰입니다. 비워 두면 포인트마다 1입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Radius around single sites (metres)</source>
            <translation>단독 지점 둘레의 반경(미터)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>A cluster of one site or two, or of sites in a line, has no area. Its outline is drawn this far around it; so are the sites outside all triangles of an alpha shape.</source>
            <translation>지점이 한두 개뿐이거나 한 줄로 놓인 클러스터는 면적이 없으므로 이 거리만큼 둘러 윤곽을 그립니다. 알파 셰이프의 삼각형 밖에 있는 지점도 같습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Smallest part (km²)</source>
            <translation>가장 작은 조각(km²)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Parts of a boundary smaller than this are dropped. The largest part always stays.</source>
            <translation>이보다 작은 경계 조각은 버립니다. 가장 큰 조각은 항상 남습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Keep holes</source>
            <translation>구멍 유지</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Whether a boundary may have holes. WIPO's has.</source>
            <translation>경계에 구멍을 허용할지 여부. WIPO의 경계에는 구멍이 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Fill holes smaller than (km²)</source>
            <translation>이보다 작은 구멍 채우기(km²)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Where holes are kept, those smaller than this are filled nevertheless.</source>
            <translation>구멍을 유지하더라도 이보다 작은 구멍은 채웁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Smoothing rounds</source>
            <translation>부드럽게 하기 횟수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Every round cuts off all corners once; 3 look round. Points at a corner come to lie a little outside.</source>
            <translation>한 번에 모든 모서리를 한 차례 깎으며, 3회면 둥글게 보입니다. 모서리에 있던 포인트는 조금 바깥에 놓이게 됩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Boundaries</source>
            <translation>경계</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>One row per cluster: cluster_id; boundary, the kind it was drawn as; addresses, its points; sites, their distinct coordinates; weight; area_km2 and perimeter_km on the ellipsoid; centre_lon and centre_lat, the weighted centre in degrees; compactness, 4π · area / perimeter², 1 for a circle.</source>
            <translation>클러스터마다 한 행: cluster_id, boundary(그린 종류), addresses(포인트 수), sites(서로 다른 좌표 수), weight, 타원체에서 잰 area_km2와 perimeter_km, 가중 중심의 경위도 centre_lon과 centre_lat, compactness(4π · 면적 / 둘레², 원이면 1).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <location filename="../../processing_algorithms/compareeditions.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Number of clusters</source>
            <translation>클러스터 개수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <location filename="../../processing_algorithms/inputs/cluster_sites.py" />
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <source>Choose the field with the cluster of every point.</source>
            <translation>포인트마다 클러스터가 있는 필드를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Alpha must be greater than 0.</source>
            <translation>알파는 0보다 커야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>The radius must be greater than 0.</source>
            <translation>반경은 0보다 커야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>{radius} degrees is more than {distance} km; choose the unit metres, or a smaller radius.</source>
            <translation>{radius}도는 {distance} km가 넘습니다. 단위를 metres로 바꾸거나 반경을 줄이십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>{radius} metres is less than any address is exact to; choose the unit degrees, or a larger radius.</source>
            <translation>{radius}미터는 주소의 정확도보다 작습니다. 단위를 degrees로 바꾸거나 반경을 늘리십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>{clusters} boundaries around {points} points on {sites} sites.</source>
            <translation>지점 {sites}곳의 포인트 {points}개 둘레에 경계 {clusters}개를 그렸습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>{count} points are in no cluster (noise) and left out.</source>
            <translation>클러스터에 속하지 않는 포인트(노이즈) {count}개를 제외했습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <location filename="../../processing_algorithms/inputs/cluster_places.py" />
            <source>{count} clustered rows have no single point with a valid coordinate and are left out; Prepare points tells which.</source>
            <translation>클러스터가 있는 행 {count}개에 유효한 좌표의 단일 포인트가 없어 제외했습니다. 어느 행인지는 [포인트 준비]로 알 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Not one of the {count} clustered rows has a usable point; check the geometry.</source>
            <translation>클러스터가 있는 행 {count}개에 쓸 수 있는 포인트가 하나도 없습니다. 도형을 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>{count} clusters reach round half the globe and are drawn in degrees; check the cluster field.</source>
            <translation>클러스터 {count}개가 지구 반 바퀴에 걸쳐 있어 경위도로 그렸습니다. 클러스터 필드를 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>Alpha is too small for {count} clusters: no triangle is left of them, and their convex hull is drawn instead.</source>
            <translation>클러스터 {count}개에는 알파가 너무 작아 삼각형이 남지 않으므로 볼록 껍질로 대신 그렸습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>{sites} sites of {count} clusters lie outside all triangles and got a disc.</source>
            <translation>클러스터 {count}개의 지점 {sites}곳이 모든 삼각형 밖에 있어 원을 그렸습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterboundaries.py" />
            <source>{count} clusters have no width and are widened by the radius around single sites.</source>
            <translation>폭이 없는 클러스터 {count}개를 단독 지점 둘레의 반경만큼 넓혔습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Cluster intensity</source>
            <translation>클러스터 집약도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>People of clusters from a population raster or layer, by WIPO's rule or inside polygons, and patents, publications, deals and score per million and per 100,000 of them, with ranks. Compares radii around sites on request.</source>
            <translation>인구 래스터나 인구 레이어에서 WIPO의 규칙에 따라, 또는 폴리곤 안에서 클러스터의 인구를 구하고, 인구 백만 명당과 100,000명당 특허, 논문, 거래, 점수를 순위와 함께 냅니다. 원하면 지점 둘레의 반경을 비교합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>intensity,population,per capita,raster,zonal,radius,wipo,gii,cluster</source>
            <translation>집약도,인구,1인당,래스터,구역 통계,반경,wipo,gii,클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Clusters, or their sites</source>
            <translation>클러스터 또는 그 지점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Polygons with one row per cluster, such as Clusters of Innovation clusters, or points with one row per site and a field with its cluster, such as its Sites. Fields that are computed anew are replaced.</source>
            <translation>혁신 클러스터의 클러스터 레이어처럼 클러스터마다 한 행인 폴리곤, 또는 혁신 클러스터의 지점 레이어처럼 지점마다 한 행이고 클러스터를 나타내는 필드가 있는 포인트. 새로 계산하는 필드는 바뀝니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>The field with the number or name of the cluster. Points where it is empty, or the number -1, are in no cluster. Empty: cluster_id, where there is one.</source>
            <translation>클러스터의 번호나 이름이 든 필드. 이 값이 비어 있거나 -1인 포인트는 어느 클러스터에도 속하지 않습니다. 비워 두면 cluster_id가 있을 때 그 필드를 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <location filename="../../processing_algorithms/wording.py" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/top_lists.qml" />
            <source>Patents</source>
            <translation>특허</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../processing_algorithms/wording.py" />
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/partners.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/top_lists.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Publications</source>
            <translation>논문</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <location filename="../../resources/styles/top_lists.qml" />
            <source>Score</source>
            <translation>점수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>The field with this output of every cluster; of sites it is added up. Empty: {field}, where there is one.</source>
            <translation>클러스터마다 이 성과가 든 필드. 지점이면 합산합니다. 비워 두면 {field} 필드가 있을 때 그 필드를 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Sites of the polygons</source>
            <translation>폴리곤의 지점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>For polygons: points with the clusters of the polygons. With them people are counted by WIPO's rule, within the radius of a site; without them, inside the polygons.</source>
            <translation>폴리곤일 때: 폴리곤의 클러스터가 적힌 포인트. 지정하면 WIPO의 규칙대로 지점에서 반경 안의 인구를 세고, 지정하지 않으면 폴리곤 안의 인구를 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Sites: cluster field</source>
            <translation>지점: 클러스터 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>The field with the cluster of every site, as in the cluster field. Empty: cluster_id.</source>
            <translation>지점마다 클러스터가 든 필드로, 클러스터 필드와 값이 같아야 합니다. 비워 두면 cluster_id.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Radius around sites, in degrees</source>
            <translation>지점 둘레의 반경(도)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>A cluster's area is all within this radius of its sites, in longitude and latitude; WIPO's is 0.05. Where areas of two clusters overlap, people count for each.</source>
            <translation>클러스터의 영역은 경위도로 지점에서 이 반경 안에 있는 모든 곳입니다. WIPO의 반경은 0.05입니다. 두 클러스터의 영역이 겹치는 곳의 인구는 양쪽에 모두 들어갑니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Population raster</source>
            <translation>인구 래스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>People per pixel, in the first band. Pixels count whose centre is inside. Pixels without a value, or with a negative one, are missing and not zero. Give a raster or a layer.</source>
            <translation>첫 번째 밴드에 픽셀마다 인구가 든 래스터. 중심이 안에 있는 픽셀을 셉니다. 값이 없거나 음수인 픽셀은 0이 아니라 결측입니다. 래스터와 레이어 가운데 하나를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Population layer</source>
            <translation>인구 레이어</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Instead of a raster: polygons, such as districts, or points with a number of people.</source>
            <translation>래스터 대신 쓰는, 인구가 적힌 행정구역 같은 폴리곤이나 포인트.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Population layer: people</source>
            <translation>인구 레이어: 인구</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>The field with the people. Where it is empty or negative, they are missing and not zero.</source>
            <translation>인구가 든 필드. 비어 있거나 음수이면 0이 아니라 결측입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Population layer: polygons that lie partly inside</source>
            <translation>인구 레이어: 일부만 안에 있는 폴리곤</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>By the area inside</source>
            <translation>안에 있는 면적의 비율만큼</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Whole, by their centroid</source>
            <translation>중심점이 안에 있으면 전부</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>area: people count by the part of the surface that lies inside, as if they lived evenly. centroid: they count whole where the centroid is inside.</source>
            <translation>area: 인구가 고르게 산다고 보고 안에 있는 면적의 비율만큼 셉니다. centroid: 중심점이 안에 있으면 전부 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Length of top lists</source>
            <translation>상위 목록의 길이</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>How many clusters lead a list; who shares the last place is in. A cluster is in both lists when it is among so many by score and by intensity.</source>
            <translation>목록에 넣을 클러스터의 수. 마지막 순위가 같으면 모두 넣습니다. 점수와 집약도에서 모두 이 안에 들면 양쪽 목록에 든 클러스터입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Radii to compare, in degrees</source>
            <translation>비교할 반경(도)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>For the tables of radii, where there are sites: what population, area, intensity and rank would be with other radii. WIPO compared 0.01, 0.05 and 0.1.</source>
            <translation>지점이 있을 때 반경 표에 쓰입니다. 반경을 바꾸면 인구, 면적, 집약도, 순위가 어떻게 되는지 보여 줍니다. WIPO는 0.01, 0.05, 0.1을 비교했습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>One row per cluster: population, the pixels (or places) it is the sum of and those without a number; patents, publications and deals per million and per 100,000 people; intensity, the score per million people; intensity_rank and a rank for each metric, equal values with the better rank, none without a population; in_both_top_lists, 1 or 0.</source>
            <translation>클러스터마다 한 행: 인구, 인구를 합한 픽셀(또는 장소)의 수와 값이 없는 픽셀의 수, 인구 백만 명당과 100,000명당 특허, 논문, 거래, 인구 백만 명당 점수인 집약도(intensity), 집약도 순위(intensity_rank)와 지표별 순위(값이 같으면 앞선 순위, 인구가 없으면 순위 없음), 양쪽 상위 목록에 드는지(in_both_top_lists, 1 또는 0).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Top lists</source>
            <translation>상위 목록</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Who leads by score and by each metric, per million people.</source>
            <translation>인구 백만 명당 점수와 지표별로 앞선 클러스터.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Clusters by radius</source>
            <translation>반경별 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Population, area, intensity and rank of every cluster with every radius, and what changes against the radius in use: per cent of the population, and ranks gained.</source>
            <translation>반경마다 각 클러스터의 인구, 면적, 집약도, 순위와, 쓰고 있는 반경과 비교한 인구의 변화율(%)과 오른 순위.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Radii</source>
            <translation>반경</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>For every radius the people of all clusters, the shift of the total and the largest shift of one cluster to a neighbouring radius in per cent, how many ranks change, and which radius shifts least: the rule of GII 2020. The first and last have one neighbour only and are not proposed.</source>
            <translation>반경마다 전체 클러스터의 인구, 이웃 반경으로 옮길 때 총인구의 변화와 한 클러스터의 최대 변화(%), 순위가 바뀌는 클러스터의 수, 변화가 가장 작은 반경: GII 2020의 규칙. 첫 반경과 마지막 반경은 이웃이 하나뿐이어서 제안하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Clusters without population</source>
            <translation>인구가 없는 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Choose the field with the cluster.</source>
            <translation>클러스터가 든 필드를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>The clusters are given as sites already; leave this empty.</source>
            <translation>클러스터를 이미 지점으로 지정했습니다. 이 항목은 비워 두십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Radii can be compared around sites only; give the sites.</source>
            <translation>반경은 지점이 있어야 비교할 수 있습니다. 지점을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Give either a population raster or a population layer.</source>
            <translation>인구 래스터와 인구 레이어 가운데 하나만 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Choose the field with the number of people.</source>
            <translation>인구가 든 필드를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/inputs/buffer.py" />
            <source>The radius must be greater than 0 and at most {most} degrees.</source>
            <translation>반경은 0보다 크고 {most}도 이하여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Give numbers from above 0 to {most} with commas between them, as in 0.01, 0.05, 0.1.</source>
            <translation>0보다 크고 {most} 이하인 수를 0.01, 0.05, 0.1처럼 쉼표로 구분하여 입력하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Counting people</source>
            <translation>인구를 세는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>There is no field with a score, so there is no intensity. Score clusters makes one.</source>
            <translation>점수 필드가 없어 집약도를 구하지 않습니다. 점수는 클러스터 점수로 만들 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>{count} rows of the population layer have no usable geometry and are left out.</source>
            <translation>인구 레이어의 {count}개 행은 쓸 수 있는 도형이 없어 제외했습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>No radius can be proposed: it takes three, and people at each.</source>
            <translation>제안할 반경이 없습니다. 반경이 셋 있어야 하고 반경마다 인구가 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>Least shift of the total population at {radius} degrees: {total} %, of one cluster at most {largest} %.</source>
            <translation>총인구의 변화가 가장 작은 반경은 {radius}도입니다: 총인구 {total} %, 한 클러스터 최대 {largest} %.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>{count} clusters, {ranked} of them with an intensity; {both} are among the first {top} by score and by intensity.</source>
            <translation>클러스터 {count}개 가운데 {ranked}개에 집약도가 있고, {both}개는 점수와 집약도에서 모두 상위 {top}위 안에 듭니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/importzones.py" />
            <location filename="../../processing_algorithms/inputs/checking.py" />
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <location filename="../../processing_algorithms/inputs/zone_answers.py" />
            <location filename="../../processing_algorithms/preparepoints.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>The layer cannot be read; choose another one.</source>
            <translation>레이어를 읽을 수 없습니다. 다른 레이어를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <source>The layer must have polygons or points; choose another one.</source>
            <translation>폴리곤이나 포인트 레이어여야 합니다. 다른 레이어를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterintensity.py" />
            <location filename="../../processing_algorithms/inputs/checking.py" />
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>The layer has no rows; choose another one, or clear its filter or selection.</source>
            <translation>레이어에 행이 없습니다. 다른 레이어를 선택하거나 필터 또는 선택을 해제하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>Cluster profiles</source>
            <translation>클러스터 구성</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>Who and what clusters are made of: the leading applicants, institutions or firms of every cluster with their shares, and its mix of fields of science or technology beside that of all clusters. Records count by the part of their addresses that is in the cluster.</source>
            <translation>클러스터를 이루는 주체와 분야: 클러스터별 주요 출원인·연구기관·기업과 그 점유율, 그리고 전체 클러스터와 견준 과학·기술 분야 구성. 레코드는 주소 가운데 클러스터 안에 있는 몫만큼 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>organisation,applicant,university,firm,field,technology,profile,share,cluster</source>
            <translation>기관,출원인,대학,기업,분야,기술,구성,점유율,클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Clustered addresses</source>
            <translation>클러스터가 매겨진 주소</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>Addresses of one metric, applications, articles or deals, with their cluster in a field: points or a table.</source>
            <translation>출원, 논문, 투자 가운데 한 지표의 주소로서 소속 클러스터가 필드에 있는 포인트 또는 테이블.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>The field with the number or name of the cluster. Where it is empty or -1 the address is in no cluster, but stays part of its record.</source>
            <translation>클러스터의 번호나 이름이 있는 필드. 비어 있거나 -1이면 어느 클러스터에도 속하지 않지만 레코드의 일부로는 남습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Record field</source>
            <translation>레코드 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>The field that is equal for all addresses of one record. Rows where it is empty take no part. Not chosen: every address is a record of its own.</source>
            <translation>한 레코드의 모든 주소에서 값이 같은 필드. 비어 있는 행은 계산에서 빠집니다. 고르지 않으면 주소마다 하나의 레코드로 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Organisation field</source>
            <translation>기관 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>The applicant, institution or firm. Spellings that differ in case, diacritics, spaces, punctuation or legal form (Inc., GmbH, 주식회사) are one; the most frequent is printed.</source>
            <translation>출원인, 연구기관 또는 기업. 대소문자, 발음 부호, 띄어쓰기, 문장 부호, 법인 형태(Inc., GmbH, 주식회사)만 다른 표기는 하나로 보고, 가장 잦은 표기를 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>Field of science or technology</source>
            <translation>과학·기술 분야</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>The field or fields of the record. A record with several counts for each by an equal part.</source>
            <translation>레코드의 분야. 분야가 여럿인 레코드는 각 분야에 똑같이 나누어 집계합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>Separator of fields</source>
            <translation>분야 구분자</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>What stands between the fields of one record. Empty: a row states one field.</source>
            <translation>한 레코드의 분야 사이에 쓰인 기호. 비우면 한 행에 분야가 하나라고 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <location filename="../../resources/models/clustersatsource.model3" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Number of addresses in the row</source>
            <translation>행의 주소 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <source>Records in the row</source>
            <translation>행에 든 레코드 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>Organisations per cluster</source>
            <translation>클러스터별 기관 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>How many to list for every cluster; 0 lists all. Fields are all listed.</source>
            <translation>클러스터마다 나열할 기관의 수. 0이면 모두 나열합니다. 분야는 항상 모두 나열합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>One row per cluster and organisation: cluster_id; place, from 1; organisation; records, counted fractionally; share, per cent of all records of the cluster; spellings, how many were found. Needs the organisation field.</source>
            <translation>클러스터와 기관마다 한 행: cluster_id, 1부터 매긴 place, organisation, 분할 계수로 센 records, 클러스터 전체 레코드에 대한 백분율 share, 발견된 표기의 수 spellings. 기관 필드가 필요합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>One row per cluster and field, and with an empty cluster_id per field of all clusters together: place; field; records; share, per cent of the cluster's records that state a field; share_all, the same of all clusters together; location_quotient, the one over the other: above 1 the cluster is specialised. Needs the field of science or technology.</source>
            <translation>클러스터와 분야마다 한 행, 그리고 cluster_id가 빈 전체 클러스터의 분야별 행: place, field, records, 클러스터에서 분야가 적힌 레코드에 대한 백분율 share, 전체 클러스터의 같은 값 share_all, 둘의 비인 location_quotient(1보다 크면 특화된 분야). 과학·기술 분야 필드가 필요합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>Choose the field with the cluster of every address.</source>
            <translation>주소마다 소속 클러스터가 있는 필드를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>Choose the field with the organisation, or that of science or technology, or both.</source>
            <translation>기관 필드나 과학·기술 분야 필드 가운데 하나 이상을 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>{count} clusters with {records} records of {total} in the input.</source>
            <translation>클러스터 {count}개에 입력 레코드 {total}건 가운데 {records}건이 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>Fields of clusters</source>
            <translation>클러스터의 분야</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <source>{count} rows without a record take no part.</source>
            <translation>레코드가 없는 행 {count}개는 계산에서 빠집니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>{count} records in clusters name no organisation; shares are of all records.</source>
            <translation>클러스터 안의 레코드 {count}건에 기관이 적혀 있지 않습니다. 점유율은 전체 레코드에 대한 값입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clusterprofiles.py" />
            <source>{count} records in clusters state no field and are left out of the mix.</source>
            <translation>클러스터 안의 레코드 {count}건에 분야가 적혀 있지 않아 구성에서 뺐습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>Clusters on Spark</source>
            <translation>Spark에서 클러스터 찾기</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>Finds, scores, ranks and outlines innovation clusters as Innovation clusters does, from tables that a Spark cluster holds: the run is submitted there, and only its result comes to QGIS.</source>
            <translation>혁신 클러스터 알고리즘과 똑같이 클러스터를 찾아 점수와 순위를 매기고 경계를 그리되, Spark 클러스터에 있는 테이블을 씁니다. 실행은 Spark에 맡기고 결과만 QGIS로 가져옵니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>spark,pyspark,spark connect,distributed,big data,parquet,wipo,gii,ranking,cluster</source>
            <translation>spark,pyspark,spark connect,분산,빅데이터,parquet,wipo,gii,순위,클러스터,distributed,cluster</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>Folder for the result</source>
            <translation>결과 폴더</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>A new folder of this machine that the run writes into: clusters.parquet, clusters.csv, sites.parquet and run.json.</source>
            <translation>실행 결과를 쓸 이 컴퓨터의 새 폴더: clusters.parquet, clusters.csv, sites.parquet, run.json.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>Nothing is proposed from tables on a cluster; choose another edition, or give both the distance and the minimum density.</source>
            <translation>Spark에 있는 테이블에서는 값을 제안하지 않습니다. 다른 판을 선택하거나 거리와 최소 밀도를 모두 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>Name the column with the degrees.</source>
            <translation>도 단위 값이 있는 열의 이름을 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/openrun.py" />
            <source>the boundaries of clusters</source>
            <translation>클러스터 경계</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/openrun.py" />
            <source>Innovation clusters {edition}</source>
            <translation>혁신 클러스터 {edition}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>Cancelled. No layers were written; the run itself had ended.</source>
            <translation>취소했습니다. 레이어는 쓰지 않았으며, 실행 자체는 이미 끝나 있었습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>The run itself has ended well: its result stays in {folder}, and the algorithm “Open a run” loads it.</source>
            <translation>실행 자체는 잘 끝났습니다. 결과는 {folder} 폴더에 남아 있으며 ‘실행 결과 열기’ 알고리즘으로 불러올 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>That folder goes when QGIS ends: copy it before.</source>
            <translation>이 폴더는 QGIS를 닫으면 없어집니다. 그 전에 복사해 두십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>This Python has no numba: the result is the same and takes many times longer.</source>
            <translation>이 Python에는 numba가 없습니다. 결과는 같지만 몇 배 더 오래 걸립니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/clustersonspark.py" />
            <source>Running on Spark</source>
            <translation>Spark에서 실행 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>Lines between clusters that share records, by co-inventors and co-authors, and for every cluster what it makes alone, with others, at home and abroad, and who its strongest partner is.</source>
            <translation>공동 발명자와 공저자로 레코드를 공유하는 클러스터를 잇는 선, 그리고 클러스터마다 혼자 만든 것, 다른 클러스터와 만든 것, 국내외 협력과 가장 강한 협력 상대.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>collaboration,network,flow,co-inventor,co-author,link,partner,international</source>
            <translation>협력,네트워크,흐름,공동 발명자,공저자,연결,협력 상대,국제</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>Named clusters</source>
            <translation>이름이 있는 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>The clusters or the ranking that Innovation clusters makes, for their names: a layer or table with cluster_id and name, and name_ko for Korean. Empty: clusters are told by their numbers.</source>
            <translation>이름을 가져올, 혁신 클러스터가 만든 클러스터나 순위: cluster_id와 name, 한국어는 name_ko 필드가 있는 레이어나 표. 비우면 번호로 적습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>Strength</source>
            <translation>강도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>What makes a tie strong. records: each shared one counts 1. fractional: each is divided among its addresses, as the ranking counts. pairs: every pair of co-inventors or co-authors, one in each cluster, counts 1. fractional_pairs: the pairs of a record add up to 1. Several metrics weigh the same.</source>
            <translation>연결의 강도를 재는 방법. records: 공유한 레코드마다 1. fractional: 순위 계산처럼 레코드를 주소 수로 나눕니다. pairs: 두 클러스터에 하나씩 있는 공동 발명자나 공저자의 쌍마다 1. fractional_pairs: 한 레코드의 쌍을 모두 더하면 1. 지표가 여럿이면 같은 무게로 더합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>Least number of shared records</source>
            <translation>공유 레코드의 최소 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>Pairs of clusters that share fewer get no line. The table counts all.</source>
            <translation>이보다 적게 공유하는 쌍에는 선을 긋지 않습니다. 표에서는 모두 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>Lines</source>
            <translation>선</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>Shortest way on the globe</source>
            <translation>지구 위의 가장 짧은 길</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>Straight in degrees</source>
            <translation>도 단위의 직선</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>geodesic: the shortest way on the globe, a curve on most maps. straight: straight in degrees. Both are cut at the antimeridian.</source>
            <translation>geodesic: 지구 위의 가장 짧은 길로, 대부분의 지도에서 곡선입니다. straight: 도 단위로 곧은 선. 둘 다 날짜변경선에서 끊깁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>One line per pair of clusters, the strongest last so that it lies on top: their numbers and names; strength in per cent of all ties; records, fractional, pairs and fractional_pairs, what they share in all metrics; the first three for each metric; distance_km between their centres.</source>
            <translation>클러스터 쌍마다 선 하나, 가장 강한 것이 맨 뒤라 위에 놓입니다. 번호와 이름, 전체 연결에 대한 백분율인 strength, 모든 지표에서 공유한 records, fractional, pairs, fractional_pairs, 지표마다 앞의 세 값, 중심 사이의 거리 distance_km.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Partners</source>
            <translation>협력 상대</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>One row per cluster and metric. Of its fractional count in per cent: within_share, made in the cluster alone; clusters_share, with other clusters; noise_share, with addresses in none; unlocated_share, with addresses without a place. Of its records with an address elsewhere (shared_records) in per cent: domestic_share, all addresses in one economy; international_share, in two or more; the rest is not known. partners, the clusters it shares records with; the strongest, and strongest_share, its part of clusters_share.</source>
            <translation>클러스터와 지표마다 한 행. 분수 계수에 대한 백분율: within_share는 클러스터 혼자, clusters_share는 다른 클러스터와, noise_share는 어느 클러스터에도 없는 주소와, unlocated_share는 위치가 없는 주소와 만든 몫. 다른 곳에도 주소가 있는 레코드(shared_records)에 대한 백분율: domestic_share는 주소가 모두 한 경제권, international_share는 둘 이상인 것, 나머지는 알 수 없는 것. partners는 레코드를 공유하는 클러스터 수, 가장 강한 상대와 그 몫 strongest_share(clusters_share에 대한 백분율).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>Number of links</source>
            <translation>연결선 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <location filename="../../processing_algorithms/compareeditions.py" />
            <location filename="../../processing_algorithms/inputs/references.py" />
            <location filename="../../processing_algorithms/inputs/zone_answers.py" />
            <source>The layer has no field {field}; it needs one.</source>
            <translation>레이어에 {field} 필드가 없습니다. 이 필드가 필요합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>{count} links have an end without any usable place and are left out.</source>
            <translation>연결선 {count}개는 한쪽 끝에 쓸 수 있는 위치가 없어 빠집니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collaborationlinks.py" />
            <source>{links} links between {clusters} clusters.</source>
            <translation>클러스터 {clusters}개 사이의 연결선 {links}개.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <source>Collapse points</source>
            <translation>같은 지점의 포인트 합치기</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <source>Makes one point of all rows at the same place, with how many they are; clusters depend on nothing else. A PostGIS database, or DuckDB for large files, does it where the rows are: only places come to QGIS.</source>
            <translation>같은 지점의 모든 행을 포인트 하나로 합치고 그 수를 적습니다. 클러스터를 찾는 데에는 이것으로 충분합니다. PostGIS 데이터베이스나, 큰 파일은 DuckDB가 행이 있는 곳에서 처리하므로 QGIS에는 지점만 옵니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <source>collapse,duplicate,place,site,weight,database,postgis,duckdb,parquet,group by</source>
            <translation>합치기,중복,지점,가중치,데이터베이스,postgis,duckdb,parquet,group by</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <source>A layer of points, also of a PostGIS database; or the path of a Parquet or CSV file, or of a folder of Parquet files. Of a file, fields that are not chosen are taken by their names (longitude, latitude, record, addresses, fractional_count).</source>
            <translation>포인트 레이어(PostGIS 데이터베이스의 레이어도 됨), 또는 Parquet·CSV 파일이나 Parquet 파일이 든 폴더의 경로. 파일에서는 선택하지 않은 필드를 이름(longitude, latitude, record, addresses, fractional_count)으로 찾아 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/preparepoints.py" />
            <location filename="../../resources/styles/addresses.qml" />
            <source>Record</source>
            <translation>레코드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>The field that is equal for all addresses of one application, article or deal. Empty: every address is a record of its own.</source>
            <translation>같은 출원, 논문, 거래의 모든 주소에서 값이 같은 필드. 비워 두면 주소마다 별개의 레코드입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <source>Addresses in the row</source>
            <translation>행의 주소 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <location filename="../../processing_algorithms/inputs/fields.py" />
            <source>For rows that stand for the addresses of many records at one place: the sum of their parts of those records. Not together with a record field.</source>
            <translation>한 위치에 있는 여러 레코드의 주소를 대표하는 행의 경우: 그 레코드들에서 차지하는 몫의 합입니다. 레코드 필드와 함께 쓰지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <source>Places</source>
            <translation>지점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <source>A point for every distinct place, with the rows there, the addresses they stand for, and how many records that is, each divided among all its addresses.</source>
            <translation>서로 다른 지점마다 포인트 하나: 그곳의 행 수, 행이 나타내는 주소 수, 레코드를 그 모든 주소에 나누었을 때의 레코드 수.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Number of rows</source>
            <translation>행 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <source>Number of places</source>
            <translation>지점 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/importzones.py" />
            <source>Number of rejected rows</source>
            <translation>제외된 행 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Reading points</source>
            <translation>포인트 읽는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>Not one of the {count} rows can be used.</source>
            <translation>{count}개 행 가운데 쓸 수 있는 행이 하나도 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>{layer}: {count} rows rejected. {reason}</source>
            <translation>{layer}: {count}개 행 제외. {reason}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/collapsepoints.py" />
            <source>{rows} rows are {places} places; {rejected} rows were rejected.</source>
            <translation>행 {rows}개가 지점 {places}개입니다. 행 {rejected}개는 제외되었습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Compare editions</source>
            <translation>판 비교</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Tells which cluster of this year is which of last year's, by the space and output they share: who survives, enters, leaves, splits and merges, how ranks changed, and how much of the change is output and how much geography. For ranks as WIPO compares them, make last year's clusters with this year's method first.</source>
            <translation>공유하는 공간과 산출로 올해와 지난해의 클러스터를 대응시킵니다. 유지, 진입, 이탈, 분리, 병합과 순위 변동을 알리고, 변화 가운데 산출과 지리의 몫을 나눕니다. WIPO처럼 순위를 비교하려면 먼저 올해의 방법으로 지난해의 클러스터를 만드십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>compare,change,rank,previous,edition,year,split,merge,entrant,wipo,gii,cluster</source>
            <translation>비교,변화,순위,전년,판,연도,분리,병합,진입,wipo,gii,클러스터,compare,rank</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Clusters of this year</source>
            <translation>올해의 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Sites, as Innovation clusters makes them, or addresses with the number of their cluster and their output; rows without a cluster are noise, and belong here too. To match by name: any table of clusters.</source>
            <translation>[혁신 클러스터]가 만드는 지점, 또는 클러스터 번호와 산출이 있는 주소. 클러스터가 없는 행은 노이즈이며 함께 넣어야 합니다. 이름으로 대응시킬 때는 클러스터 테이블이면 됩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>Clusters of last year</source>
            <translation>전년도 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>The same of last year. WIPO compares with last year's data computed again with this year's method: run Innovation clusters on last year's points with this year's parameters.</source>
            <translation>지난해의 같은 자료. WIPO는 지난해 자료를 올해의 방법으로 다시 계산해 비교합니다. 지난해 포인트에 올해와 같은 파라미터로 [혁신 클러스터]를 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>Last rank of the top</source>
            <translation>상위권의 마지막 순위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>For the field standing: who stays in the ranks up to this one, who enters and who leaves.</source>
            <translation>standing 필드에 씁니다. 이 순위까지 머무르는 클러스터, 들어온 클러스터, 나간 클러스터를 나눕니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>{layer}: cluster</source>
            <translation>{layer}: 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>The number or name of the cluster. Noise: empty or -1.</source>
            <translation>클러스터의 번호나 이름. 노이즈는 비어 있거나 -1입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>{layer}: name</source>
            <translation>{layer}: 이름</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>What the cluster is called.</source>
            <translation>클러스터의 이름.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>{layer}: rank</source>
            <translation>{layer}: 순위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>The rank of the cluster. Without such a field it follows from the output.</source>
            <translation>클러스터의 순위. 필드가 없으면 산출로 매깁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>{layer}: patents</source>
            <translation>{layer}: 특허</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>The row's patents, or the inventors' addresses.</source>
            <translation>행의 특허 건수 또는 발명자 주소 수.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>{layer}: publications</source>
            <translation>{layer}: 논문</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>The row's publications, or the authors' addresses.</source>
            <translation>행의 논문 건수 또는 저자 주소 수.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>{layer}: deals</source>
            <translation>{layer}: 거래</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>The row's venture capital deals.</source>
            <translation>행의 벤처투자 거래 건수.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>Empty: the field {field}.</source>
            <translation>비워 두면 {field} 필드를 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Match by</source>
            <translation>대응 기준</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../resources/styles/fields.qml" />
            <location filename="../../resources/styles/heaviest_sites.qml" />
            <location filename="../../resources/styles/organisations.qml" />
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Place</source>
            <translation>순위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>space: by the output in places that both have. name: by the name alone, for tables without places such as published rankings; there are no splits and merges then.</source>
            <translation>space: 양쪽에 있는 지점의 산출로 대응시킵니다. name: 이름만으로 대응시킵니다. 공표된 순위표처럼 지점이 없는 테이블에 쓰며, 이때 분리와 병합은 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Places are the same within</source>
            <translation>같은 지점으로 보는 거리</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>A place lies in the cluster of the nearest place of the other year, up to this distance in metres. 0: only where the coordinates are equal. Empty: up to the largest distance between neighbours within that cluster.</source>
            <translation>지점은 다른 해의 가장 가까운 지점이 속한 클러스터에 놓이며, 이 거리(미터)까지만 그렇습니다. 0: 좌표가 같을 때만. 비워 두면 그 클러스터 안에서 이웃한 지점 사이의 가장 먼 거리까지입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Least share to be the same, %</source>
            <translation>같은 클러스터로 볼 최소 비율, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Two clusters can be the same where at least this much of the output of one lies in the other. Of all ways to pair them off, that with the most output in common is taken.</source>
            <translation>한쪽 산출의 이 비율 이상이 다른 쪽에 놓이면 같은 클러스터일 수 있습니다. 짝을 짓는 모든 방법 가운데 공통 산출이 가장 많은 것을 택합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Least part of a split or merge, %</source>
            <translation>분리와 병합의 최소 비율, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>A cluster splits where at least this much of it lies in each of two clusters, or they lie in it; and the same backwards for merges.</source>
            <translation>클러스터의 이 비율 이상이 두 클러스터에 각각 놓이거나 두 클러스터가 그 안에 놓이면 분리입니다. 병합은 그 반대입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Records of the year that entered</source>
            <translation>새로 들어온 해의 레코드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Points with output fields named as in the clusters of this year, where editions count several years: those that are new. With those that left they tell the change of output even where records of the years between were located anew. Empty: both editions as a whole.</source>
            <translation>판이 여러 해를 집계할 때 새로 들어온 해의 포인트. 산출 필드의 이름은 올해의 클러스터와 같아야 합니다. 빠진 해의 레코드와 함께 주면 그 사이 해의 레코드 위치가 바뀌었어도 산출의 변화를 알 수 있습니다. 비워 두면 두 판 전체를 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Records of the year that left</source>
            <translation>빠진 해의 레코드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Points with output fields named as in the clusters of this year, where editions count several years: those that are no longer counted.</source>
            <translation>판이 여러 해를 집계할 때 더는 집계하지 않는 해의 포인트. 산출 필드의 이름은 올해의 클러스터와 같아야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Comparison</source>
            <translation>비교</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>One row per pair of clusters: event (survives, enters, leaves, splits, merges, or regroups, which is a split and a merge at once); identity, whether the two are the same cluster; numbers, names and ranks of both; rank_change, previous less current rank; standing in the top; overlap and previous_overlap, per cent of the one's output that lies in the other; counts of both, and of every metric change, change_output (with this year's geography held fixed) and change_geography (where clusters end, where records were located, method), which add up to it. Every cluster's change stands in one row.</source>
            <translation>클러스터 쌍마다 한 행. event(survives, enters, leaves, splits, merges, 분리이면서 병합인 regroups), 둘이 같은 클러스터인지를 나타내는 identity, 양쪽의 번호, 이름, 순위, 이전 순위에서 현재 순위를 뺀 rank_change, 상위권 변동 standing, 한쪽 산출이 다른 쪽에 놓인 비율(%) overlap과 previous_overlap, 양쪽의 건수, 그리고 지표마다 change와 그 합을 이루는 change_output(올해의 지리를 고정)과 change_geography(클러스터의 경계, 레코드의 위치, 방법). 클러스터마다 변화는 한 행에만 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Changes of rank</source>
            <translation>순위 변동</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>The same rows, one for each cluster, as points at the centre of its output; of a cluster that left, at its centre of last year. Only where matched by space.</source>
            <translation>같은 행을 클러스터마다 하나씩 산출의 중심에 놓은 포인트. 이탈한 클러스터는 지난해의 중심에 놓습니다. 공간으로 대응시킬 때만 만듭니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Number of clusters that entered</source>
            <translation>진입한 클러스터 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Number of clusters that left</source>
            <translation>이탈한 클러스터 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Choose at least one field with output: there is none.</source>
            <translation>산출 필드가 없습니다. 하나 이상 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Give the records of both years, that which entered and that which left.</source>
            <translation>들어온 해와 빠진 해의 레코드를 모두 주십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Records of years need clusters matched by space.</source>
            <translation>해마다의 레코드를 쓰려면 클러스터를 공간으로 대응시켜야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <location filename="../../processing_algorithms/economysummary.py" />
            <location filename="../../processing_algorithms/inputs/checking.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>The layer has no field {field}; choose one it has.</source>
            <translation>레이어에 {field} 필드가 없습니다. 있는 필드를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Comparing</source>
            <translation>비교하는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Matched by name there are no places: changes are not made as points.</source>
            <translation>이름으로 대응시키면 지점이 없으므로 변동 포인트를 만들지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>Editions compared</source>
            <translation>판 비교</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>{survives} clusters survive, {enters} enter and {leaves} leave; {splits} parts of splits, {merges} of merges, {regroups} of both.</source>
            <translation>클러스터 {survives}개 유지, {enters}개 진입, {leaves}개 이탈. 분리의 부분 {splits}개, 병합의 부분 {merges}개, 분리이면서 병합 {regroups}개.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>{metric}: last year's clusters have none, so nothing is told of how it changed.</source>
            <translation>{metric}: 작년 클러스터에 없어서 어떻게 바뀌었는지 알 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/compareeditions.py" />
            <source>{metric}: this year's clusters have none, so nothing is told of how it changed.</source>
            <translation>{metric}: 올해 클러스터에 없어서 어떻게 바뀌었는지 알 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Density clusters</source>
            <translation>밀도 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Finds clusters of points by density (DBSCAN), exactly and with weights. Distances are metres: in the plane of the layer where that is true to scale, on the ellipsoid everywhere else.</source>
            <translation>포인트의 클러스터를 밀도(DBSCAN)로 가중치를 반영하여 정확하게 찾습니다. 거리는 미터입니다. 축척이 참인 레이어는 그 평면에서, 그 밖에는 모두 타원체에서 잽니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>dbscan,cluster,density,weight,geodesic,hot spot,noise</source>
            <translation>dbscan,클러스터,군집,밀도,가중치,측지선,핫스폿,노이즈,cluster,density</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>The points to cluster. Rows without one usable point stay in the output, without a cluster.</source>
            <translation>군집화할 포인트. 쓸 수 있는 단일 포인트가 없는 행은 클러스터 없이 산출 레이어에 남습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Maximum distance between clustered points</source>
            <translation>군집 포인트 사이의 최장 거리</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Points at most this far from each other are neighbours (eps). In metres for every layer, also for one in degrees.</source>
            <translation>서로 이 거리 안에 있는 포인트는 이웃입니다(eps). 경위도 레이어를 포함하여 모든 레이어에서 미터 단위입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Minimum weight of a cluster core</source>
            <translation>클러스터 핵심의 최소 가중치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>A point is core when the points within the distance, itself included, weigh at least this much. Without a weight field every point weighs 1, so this is a number of points.</source>
            <translation>자신을 포함하여 거리 안에 있는 포인트의 가중치 합이 이 값 이상이면 핵심점입니다. 가중치 필드가 없으면 포인트마다 1이므로 포인트 개수가 됩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>A numeric field, 0 or more in every row. Empty: every point weighs 1.</source>
            <translation>모든 행이 0 이상인 숫자 필드. 비워 두면 포인트마다 1입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Automatic</source>
            <translation>자동</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>auto: the layer's plane where its scale is true to one metre in a kilometre, the ellipsoid everywhere else. planar: the layer's plane. ellipsoid: geodesic distances on WGS 84.</source>
            <translation>auto: 축척 오차가 1km에 1m 이내인 레이어는 그 평면에서, 그 밖의 모든 경우에는 타원체에서 잽니다. planar: 레이어의 평면. ellipsoid: WGS 84 타원체 위의 측지 거리.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Where a point goes that is not core but near a core point. first: the lowest-numbered cluster that reaches it. nearest: the cluster of the closest core point. noise: none.</source>
            <translation>핵심점은 아니지만 핵심점 가까이 있는 포인트가 어디에 속하는지. first: 닿는 클러스터 가운데 번호가 가장 작은 것. nearest: 가장 가까운 핵심점의 클러스터. noise: 속하지 않음.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Treat border points as noise (DBSCAN*)</source>
            <translation>경계점을 노이즈로 처리 (DBSCAN*)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>The same as border points: noise. Named as in QGIS's own DBSCAN, so that models can be switched.</source>
            <translation>경계점을 noise로 두는 것과 같습니다. 모델을 그대로 바꿔 쓸 수 있도록 QGIS의 DBSCAN과 이름이 같습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Cluster field name</source>
            <translation>군집 필드 이름</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>The field that receives the number of the cluster, from 1; empty for noise.</source>
            <translation>클러스터 번호(1부터)를 담을 필드. 노이즈는 비어 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Cluster size field name</source>
            <translation>군집 크기 필드 이름</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>The field that receives the number of points in the cluster; empty for noise.</source>
            <translation>클러스터의 포인트 개수를 담을 필드. 노이즈는 비어 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>The input with the number and size of the cluster, cluster_weight, the sum of its weights, role: core, border or noise, and ambiguous: a border point that two or more clusters reach.</source>
            <translation>클러스터 번호와 크기, 가중치의 합인 cluster_weight, 구분(role: core 핵심, border 경계, noise 노이즈), 둘 이상의 클러스터가 닿는 경계 포인트인지를 나타내는 ambiguous를 붙인 입력.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>The distance must be greater than 0.</source>
            <translation>거리는 0보다 커야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>The minimum weight must be greater than 0.</source>
            <translation>최소 가중치는 0보다 커야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>Choose a name that no other field of the result has.</source>
            <translation>결과의 다른 필드와 겹치지 않는 이름을 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>Finding clusters</source>
            <translation>클러스터 찾는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>{clusters} clusters; {core} core, {border} border and {noise} noise points.</source>
            <translation>클러스터 {clusters}개. 핵심점 {core}개, 경계점 {border}개, 노이즈 {noise}개.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>{count} border points are within reach of two or more clusters.</source>
            <translation>경계점 {count}개는 둘 이상의 클러스터에 닿아 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>Writing layers</source>
            <translation>레이어 쓰는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>{count} rows have no geometry and stay without a cluster.</source>
            <translation>도형이 없는 행 {count}개는 클러스터 없이 남습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>{count} rows have several points and stay without a cluster.</source>
            <translation>포인트가 여럿인 행 {count}개는 클러스터 없이 남습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>{count} rows are not points and stay without a cluster.</source>
            <translation>포인트가 아닌 행 {count}개는 클러스터 없이 남습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/densityclusters.py" />
            <source>{count} points have coordinates outside the reference system and stay without a cluster.</source>
            <translation>좌표계 범위를 벗어난 포인트 {count}개는 클러스터 없이 남습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>Economy summary</source>
            <translation>경제권 요약</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>One row per economy from ranked clusters: how many it has, how many of them in the top 100 and beyond, which one leads, their shares of the world, and the change since last year.</source>
            <translation>순위가 매겨진 클러스터에서 경제권마다 한 행을 만듭니다: 클러스터 수, 상위 100위 안과 밖의 수, 선도 클러스터, 세계 점유율, 전년 대비 변화.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>economy,country,summary,leading,ranking,change,wipo,gii,cluster</source>
            <translation>경제권,국가,요약,선도,순위,변화,wipo,gii,클러스터,economy,cluster</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>Ranked clusters with the economies they lie in.</source>
            <translation>순위와 소속 경제권이 있는 클러스터.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>Cross-border clusters</source>
            <translation>국경을 넘는 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>In each of their economies</source>
            <translation>각 경제권에 하나씩</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>As regions of their own</source>
            <translation>별도의 초국경 권역으로</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>each: a cluster of several economies counts for every one of them, in whole, as WIPO tells how many clusters economies have. region: its economies together have a row of their own (CN/HK beside CN), as in WIPO's list of leading clusters.</source>
            <translation>each: 여러 경제권에 걸친 클러스터를 각 경제권에 하나씩 온전히 셉니다. WIPO가 경제권별 클러스터 수를 밝히는 방식입니다. region: 그 경제권들을 묶어 따로 한 행으로 둡니다(CN과 별도로 CN/HK). WIPO의 선도 클러스터 목록과 같습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>Clusters up to this rank are in the top, the others beyond.</source>
            <translation>이 순위까지가 상위권이고 나머지는 그 밖입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>Ranked clusters to compare with, made by the same method. Empty: no comparison.</source>
            <translation>같은 방법으로 순위를 매긴 비교 대상 클러스터. 비워 두면 비교하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>One row per economy, those with the most clusters in the top first: economy, clusters, clusters_top and clusters_beyond (which add up to clusters), cross_border (clusters shared with another economy), leading_cluster and leading_rank, share_patents, share_publications and share_deals (sums over its clusters, a shared one in whole, so that economies add up to more than the clusters). With clusters of last year: the same numbers of then as previous_…, and their change; a leading cluster that rose has a change above 0.</source>
            <translation>경제권마다 한 행, 상위권 클러스터가 많은 순: economy, clusters, clusters_top과 clusters_beyond(합하면 clusters), cross_border(다른 경제권과 공유하는 클러스터), leading_cluster와 leading_rank, share_patents, share_publications, share_deals(소속 클러스터의 합. 공유하는 클러스터도 온전히 더하므로 경제권의 합은 클러스터의 합보다 큽니다). 전년도 클러스터가 있으면 당시의 값 previous_…와 그 변화. 순위가 오른 선도 클러스터의 변화는 0보다 큽니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>Number of economies</source>
            <translation>경제권 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>{layer}: economies</source>
            <translation>{layer}: 경제권</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>{layer}: share of patents</source>
            <translation>{layer}: 특허 점유율</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>{layer}: share of publications</source>
            <translation>{layer}: 논문 점유율</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>{layer}: share of deals</source>
            <translation>{layer}: 거래 점유율</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>A cluster without a rank is beyond the top.</source>
            <translation>순위가 없는 클러스터는 상위권 밖입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>Two-letter codes, several joined by a slash, as in CN/HK.</source>
            <translation>두 글자 코드. 여럿이면 CN/HK처럼 빗금으로 잇습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>What the leading cluster is called.</source>
            <translation>선도 클러스터의 이름.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>Per cent of the world, to be summed by economy.</source>
            <translation>경제권별로 합산할 세계 점유율(%).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>{count} economies have a cluster, {top} of them in the top.</source>
            <translation>클러스터가 있는 경제권 {count}곳, 그 가운데 상위권에 있는 곳 {top}곳.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>{layer}: {count} clusters have no rank and are taken to be beyond the top.</source>
            <translation>{layer}: 순위가 없는 클러스터 {count}개를 상위권 밖으로 보았습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>The field {field} has codes of two letters in none of the rows; choose another one.</source>
            <translation>{field} 필드의 어느 행에도 두 글자 코드가 없습니다. 다른 필드를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>{layer}: {count} clusters are left out, because they state no economy as a code of two letters.</source>
            <translation>{layer}: 경제권이 두 글자 코드로 적혀 있지 않은 클러스터 {count}개를 제외했습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/economysummary.py" />
            <source>The field {field} holds no rank in {count} rows; ranks are whole numbers from 1.</source>
            <translation>{field} 필드의 {count}개 행이 순위가 아닙니다. 순위는 1 이상의 정수입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Geocoding quality</source>
            <translation>지오코딩 품질</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Looks at where addresses are located before any ranking of them is believed: places that are wrong or doubtful, each with its reasons; how exactly addresses are located, by economy and beside GII 2024; and how few places hold them all.</source>
            <translation>순위를 믿기 전에 주소의 위치를 살핍니다: 잘못되었거나 의심스러운 위치와 그 까닭, GII 2024와 나란히 본 경제권별 위치 정확도, 그리고 얼마나 적은 지점에 주소가 몰려 있는지.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>geocoding,quality,accuracy,duplicate,coordinates,centroid,check,address</source>
            <translation>지오코딩,품질,정확도,중복,좌표,중심점,점검,주소</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>Table or layer</source>
            <translation>테이블 또는 레이어</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Addresses as points, or as a table with two columns of coordinates.</source>
            <translation>포인트로 된 주소, 또는 좌표 열이 두 개 있는 테이블.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Accuracy field</source>
            <translation>정확도 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>What the geocoder says of its result: block, sub-city, city, or the words of ArcGIS, Google or Nominatim. Empty: the level is told as not stated, and only the decimals of the coordinates as evidence.</source>
            <translation>지오코더가 밝힌 결과의 수준: block, sub-city, city 또는 ArcGIS, Google, Nominatim의 용어. 비우면 수준을 밝히지 않은 것으로 적고, 좌표의 소수 자릿수만 근거로 보여 줍니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <location filename="../../processing_algorithms/preparepoints.py" />
            <location filename="../../resources/styles/addresses.qml" />
            <location filename="../../resources/styles/economies.qml" />
            <location filename="../../resources/styles/geocoding.qml" />
            <location filename="../../resources/styles/heaviest_sites.qml" />
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Economy</source>
            <translation>경제권</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>The two-letter code of the economy that the address states (KR, US).</source>
            <translation>주소에 적힌 경제권의 두 글자 코드(KR, US).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <location filename="../../processing_algorithms/preparepoints.py" />
            <location filename="../../resources/styles/addresses.qml" />
            <location filename="../../resources/styles/organisations.qml" />
            <source>Organisation</source>
            <translation>기관</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>The applicant, institution or firm. Known payers are told, and shared centroids.</source>
            <translation>출원인, 연구기관 또는 기업. 알려진 비용 부담 기관과 여러 기관이 함께 쓰는 중심점을 알려 줍니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Outlines to check the stated economy against. Empty: those of the world map that comes with QGIS. Needs the economy.</source>
            <translation>적혀 있는 경제권을 대조할 국가 폴리곤. 비우면 QGIS에 딸린 세계 지도를 씁니다. 경제권 필드가 필요합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Largest share of an economy at one place, %</source>
            <translation>한 지점이 차지할 수 있는 경제권 주소의 최대 비율, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>A place with more of the located addresses of its economy is in doubt.</source>
            <translation>위치를 찾은 경제권 주소 가운데 이보다 많은 몫이 있는 지점은 의심스러운 것으로 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Largest share of all at one place, %</source>
            <translation>한 지점이 차지할 수 있는 전체 주소의 최대 비율, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>A place with more of all located addresses is in doubt.</source>
            <translation>위치를 찾은 전체 주소 가운데 이보다 많은 몫이 있는 지점은 의심스러운 것으로 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Smallest economy to ask</source>
            <translation>살펴볼 가장 작은 경제권</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>In an economy with fewer located addresses one place may hold any share.</source>
            <translation>위치를 찾은 주소가 이보다 적은 경제권에서는 한 지점의 비율을 따지지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Organisations that make a centroid</source>
            <translation>중심점으로 보는 기관 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>A place that so many organisations share, or more, is in doubt.</source>
            <translation>이만큼 또는 더 많은 기관이 함께 쓰는 지점은 의심스러운 것으로 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Heaviest sites to list</source>
            <translation>나열할 최다 주소 지점 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>How many of the places with the most addresses to list.</source>
            <translation>주소가 가장 많은 지점을 몇 개까지 나열할지 정합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Suspicious sites</source>
            <translation>의심스러운 지점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>One row per place with a fault or a doubt, and one per reason for addresses without a place: kind, fault or doubt; reasons, short codes, and reason_text, sentences; longitude and latitude as stated; addresses, of which suspicious ones and, of those, faults; share, per cent of all; economy that most state, and economy_share, per cent of it that is here; organisations, how many; mended_longitude and mended_latitude where changing axes or signs brings it home; checked, the reasons that were looked for.</source>
            <translation>잘못이나 의심이 있는 지점마다 한 행, 위치가 없는 주소는 까닭마다 한 행: kind(fault 또는 doubt), 짧은 코드 reasons와 문장 reason_text, 적힌 그대로의 longitude와 latitude, 주소 수 addresses, 그중 의심스러운 suspicious와 잘못된 faults, 전체에 대한 백분율 share, 가장 많이 적힌 economy와 그 가운데 여기 있는 백분율 economy_share, 기관 수 organisations, 축이나 부호를 바꾸면 제자리를 찾는 곳의 mended_longitude와 mended_latitude, 살펴본 까닭의 목록 checked.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Geocoding by economy</source>
            <translation>경제권별 지오코딩</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>The world, every economy, and addresses that state none (scope). Shares are per cent of the addresses: located, with faults, with doubts, and by level of accuracy; of the located ones those with two decimals or fewer in both coordinates. sites, distinct coordinates; share_heaviest, of the first of them; half_sites, how many hold half of all; gini. gii_2024_… are the published figures of GII 2024 to compare with: inventors by level, applications covered, authors to the city.</source>
            <translation>세계, 경제권별, 그리고 경제권이 적히지 않은 주소(scope). 비율은 주소에 대한 백분율로, 위치를 찾은 것, 잘못, 의심, 정확도 수준별이며, 위치를 찾은 것 가운데 두 좌표의 소수가 두 자리 이하인 것도 있습니다. sites는 서로 다른 좌표의 수, share_heaviest는 그중 첫째의 비율, half_sites는 절반이 모인 지점의 수, gini는 지니 계수입니다. gii_2024_…는 견주어 볼 GII 2024의 공표값으로 수준별 발명자, 위치가 확인된 출원, 도시 수준의 저자입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Heaviest sites</source>
            <translation>최다 주소 지점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>The places with the most addresses: place, coordinates, addresses, share of all located ones in per cent and added up, economy and share of it, organisations, reasons.</source>
            <translation>주소가 가장 많은 지점: 순위 place, 좌표, 주소 수, 위치를 찾은 전체 주소에 대한 백분율과 그 누계, 경제권과 그 안의 비율, 기관 수, 까닭.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Verdict: trust, care or distrust</source>
            <translation>판정: trust, care 또는 distrust</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Addresses at fault, %</source>
            <translation>잘못된 주소, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Addresses in doubt, %</source>
            <translation>의심스러운 주소, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>{addresses} addresses, {located} of them located on {sites} distinct places.</source>
            <translation>주소 {addresses}개 가운데 {located}개의 위치를 찾았고, 서로 다른 지점은 {sites}개입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>The heaviest place holds {share} % of them; {half} places hold half.</source>
            <translation>주소가 가장 많은 지점에 {share} %가 있고, 지점 {half}개에 절반이 모여 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Located to the city or better: {share} %; in GII 2024 {published} % of inventors.</source>
            <translation>도시 또는 그보다 정확한 수준: {share} %. GII 2024에서는 발명자의 {published} %.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>The accuracy of the places is not stated.</source>
            <translation>위치의 정확도는 적혀 있지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Not checked without the economy: whether places lie in it.</source>
            <translation>경제권 필드가 없어 위치가 그 안에 있는지 살피지 않았습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>Not checked without the organisation: payers, and shared centroids.</source>
            <translation>기관 필드가 없어 비용 부담 기관과 함께 쓰는 중심점을 살피지 않았습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/geocodingquality.py" />
            <source>{count} places state an economy of which there is no outline.</source>
            <translation>지점 {count}개에 적힌 경제권은 폴리곤이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>Import zones</source>
            <translation>특구 파일 읽기</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>Reads official Korean zone files as they come and makes one clean layer of them. Encoding, reference system, zone type and fields are found out; what was guessed is listed with its evidence and can be overridden. Features in are zones plus rejects.</source>
            <translation>공공 포털의 특구 파일을 받은 그대로 읽어 정리된 레이어 하나로 만듭니다. 인코딩, 좌표계, 특구 유형, 필드를 알아내고, 추정한 것은 근거와 함께 표로 내며 바꿀 수 있습니다. 읽은 피처 수는 특구와 제외된 행의 합과 같습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>zone,korea,shapefile,encoding,cp949,datum,v-world,lsmd,import,industrial complex</source>
            <translation>특구,구역,쉐이프파일,인코딩,cp949,좌표계,브이월드,lsmd,가져오기,산업단지</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>Files of zones</source>
            <translation>특구 파일</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>A file, a folder or a zip, also of several files and within each other: shapefiles, GeoPackage, GeoJSON, GML and the like, and tables (CSV) of nodes with name, type, latitude, longitude and area. A path of a folder can be typed in. Also the name or source of a layer.</source>
            <translation>파일, 폴더 또는 zip. 여러 파일이 들어 있거나 서로 안에 들어 있어도 됩니다. 쉐이프파일, GeoPackage, GeoJSON, GML 등과, 이름·유형·위도·경도·면적이 있는 거점 표(CSV)를 읽습니다. 폴더는 경로를 직접 입력할 수 있습니다. 레이어의 이름이나 소스도 됩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <location filename="../../resources/styles/zone_guesses.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Encoding</source>
            <translation>인코딩</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>The encoding of the texts, such as CP949 or UTF-8. Empty: found out for every file.</source>
            <translation>글자의 인코딩(CP949, UTF-8 등). 비우면 파일마다 알아냅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Reference system</source>
            <translation>좌표계</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>The reference system of the files. Empty: their .prj, else the system in which they lie in Korea and in the provinces they state. EPSG:5174 and EPSG:5181 cannot be told apart: then it has to be given.</source>
            <translation>파일의 좌표계. 비우면 .prj를 따르고, 없으면 한국 안에, 그리고 파일이 밝힌 시·도 안에 놓이는 좌표계를 찾습니다. EPSG:5174와 EPSG:5181은 구별할 수 없으므로 그때는 지정해야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>The type of all zones, an id or name of the catalogue such as FEZ or 경제자유구역. Empty: told by fields, codes and names.</source>
            <translation>모든 특구의 유형. 목록의 식별자나 이름(FEZ, 경제자유구역 등). 비우면 필드, 코드, 이름으로 알아냅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>Corrected guesses</source>
            <translation>고친 추정</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>The table of guesses of an earlier run with the right answers in the column override. They hold for their file and go before the parameters above.</source>
            <translation>앞선 실행의 추정 표에서 override 열에 맞는 답을 적은 것. 그 파일에만 쓰이며 위의 파라미터보다 앞섭니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>The zones in longitude and latitude (EPSG:4326), as polygons, or as points where the input has only points: zone_id, name_ko, name_en, zone_type, law, authority, year, sido, area_m2 (on the ellipsoid; for points as stated), source_file, encoding, source_crs and evidence, how each was known.</source>
            <translation>경위도(EPSG:4326)의 특구. 폴리곤이며, 입력에 포인트만 있으면 포인트입니다. zone_id, name_ko, name_en, zone_type, law, authority, year, sido, area_m2(타원체 위의 면적, 포인트는 적힌 면적), source_file, encoding, source_crs, 그리고 각각을 어떻게 알았는지 적은 evidence가 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>The points of an input that has polygons too, with the same fields; else nothing.</source>
            <translation>폴리곤도 있는 입력의 포인트. 필드는 같습니다. 그 밖에는 만들지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>Rejects</source>
            <translation>제외된 행</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>A table of the rows that are no zones, and of the files that cannot be read: file, row, reason, reason_text, and what the row held: attributes as JSON, geometry_text as WKT in its own reference system.</source>
            <translation>특구가 아닌 행과 읽을 수 없는 파일의 표. 파일, 행, reason, reason_text와, 그 행에 있던 것: attributes(JSON), geometry_text(원래 좌표계의 WKT).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>Guesses</source>
            <translation>추정</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>A table with a row for every file and question: the guess, the evidence, how sure it is (given, certain, probable, doubtful, asked), alternatives, and the parameter that overrides it. Write the right answer into override and give the table back as corrected guesses.</source>
            <translation>파일과 물음마다 한 행인 표. 추정, 근거, 확실한 정도(given, certain, probable, doubtful, asked), 다른 가능성, 바꿀 수 있는 파라미터. 맞는 답을 override에 적어 이 표를 고친 추정으로 다시 주십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Number of zones</source>
            <translation>특구 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>Number of repaired shapes</source>
            <translation>고친 도형 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>There is no file, folder or layer {name}; choose another one.</source>
            <translation>{name}(이)라는 파일, 폴더, 레이어가 없습니다. 다른 것을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>{file} is of a kind that holds no zones; use one of {kinds}, a zip or a folder.</source>
            <translation>{file}은(는) 특구가 들어 있는 종류의 파일이 아닙니다. {kinds}, zip, 폴더 중 하나를 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>{file} is no layer and is not read.</source>
            <translation>{file}은(는) 레이어가 아니어서 읽지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>The input has no file {file}.</source>
            <translation>입력에 {file} 파일이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>{file}, {question}: {guess} is {confidence}. {evidence}</source>
            <translation>{file}, {question}: {guess}(으)로 추정함({confidence}). {evidence}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>{file} lies outside Korea, and neither its fields nor its name are those of a data set of zones; choose a file of Korean zones, or give its right reference system.</source>
            <translation>{file}은(는) 한국 밖에 있으며 필드도 이름도 특구 데이터셋의 것이 아닙니다. 한국의 특구 파일을 고르거나 올바른 좌표계를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>{files} files, {rows} features in = {zones} zones + {rejects} rejects.</source>
            <translation>파일 {files}개, 입력 피처 {rows}개 = 특구 {zones}개 + 제외 {rejects}개.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>{count} shapes were repaired, {slivers} slivers left out.</source>
            <translation>도형 {count}개를 고치고 가는 조각 {slivers}개를 뺐습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>Not one feature is a zone; the rejects tell why.</source>
            <translation>특구인 피처가 하나도 없습니다. 까닭은 제외된 행에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>{file} does not say its reference system, and {systems} fit alike; give the right one.</source>
            <translation>{file}에 좌표계가 없고 {systems}이(가) 똑같이 맞습니다. 맞는 좌표계를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/importzones.py" />
            <source>{file} does not say its reference system, and in none that is known does it lie in Korea; give the right one.</source>
            <translation>{file}에 좌표계가 없고, 알려진 어느 좌표계로도 한국 안에 놓이지 않습니다. 맞는 좌표계를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>Finds, scores, ranks and outlines innovation clusters by the method of WIPO's Global Innovation Index, from the addresses of inventors, authors and venture-funded firms.</source>
            <translation>WIPO 글로벌 혁신지수의 방법으로 발명자, 논문 저자, 벤처투자 기업의 주소에서 혁신 클러스터를 찾아 점수와 순위를 매기고 경계를 그립니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>wipo,gii,innovation,patents,publications,venture capital,ranking,dbscan,cluster</source>
            <translation>wipo,gii,혁신,특허,논문,벤처투자,순위,클러스터,군집,dbscan,innovation,cluster</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>Remark</source>
            <translation>비고</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>A sentence about the data that the report and the layers' metadata are to carry.</source>
            <translation>보고서와 레이어 메타데이터에 실을, 자료에 관한 한 문장.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>Boundaries with rank, names, economies, counts, shares of the totals in per cent, score, focus and, with a population, intensity.</source>
            <translation>순위, 이름, 경제권, 건수, 총량 대비 점유율(%), 점수, 중점 분야, 그리고 인구가 있으면 집약도를 담은 경계.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>Every distinct place with its cluster, its role (core, border, noise), weight and addresses.</source>
            <translation>서로 다른 모든 지점과 소속 클러스터, 구분(core, border, noise), 가중치, 주소 수.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>The table of the clusters, without boundaries.</source>
            <translation>경계가 없는 클러스터 테이블.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>The ranking, the economies, the account of the input and the method, on one page.</source>
            <translation>순위표, 경제권, 입력 자료 내역, 방법을 한 쪽에 담은 보고서.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <source>Proposed mergers</source>
            <translation>병합 제안</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>One row per pair of close clusters, by their numbers before merging, as Merge clusters makes it: what became of it, and the evidence.</source>
            <translation>가까운 클러스터 쌍마다 한 행으로, 병합 전 번호를 쓰며 ‘클러스터 병합’이 만드는 것과 같습니다. 병합 여부와 그 근거를 담습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>A line between every two clusters that share records, as Collaboration links draws it; none where no input has a field for the record.</source>
            <translation>레코드를 공유하는 두 클러스터를 잇는 선으로, ‘협력 연결선’이 그리는 것과 같습니다. 어느 입력에도 레코드 필드가 없으면 만들지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>Folder for all tables</source>
            <translation>모든 표를 저장할 폴더</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>Every table of the report as CSV, with the mark by which spreadsheet programs know UTF-8.</source>
            <translation>보고서의 모든 표를 CSV로 저장합니다. 스프레드시트 프로그램이 UTF-8을 알아보는 표시(BOM)를 붙입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>Distance that was used, in metres</source>
            <translation>사용한 거리(미터)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>Minimum density that was used</source>
            <translation>사용한 최소 밀도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Reading addresses</source>
            <translation>주소 읽는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>{count} clusters from {sites} places.</source>
            <translation>지점 {sites}곳에서 클러스터 {count}개를 찾았습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>The pair {first}-{second} is to stay apart, but is no proposal of this run.</source>
            <translation>병합하지 않을 쌍 {first}-{second}은(는) 이번 실행의 병합 제안에 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>Drawing boundaries</source>
            <translation>경계 그리는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>Ties were not asked for or cannot be counted: distance alone decides.</source>
            <translation>연결을 요구하지 않았거나 셀 수 없어 거리만으로 결정합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/innovationclusters.py" />
            <source>{metric}: {rows} rows read, {used} used, {rejected} rejected</source>
            <translation>{metric}: {rows}행을 읽어 {used}행 사용, {rejected}행 제외</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>Points of inventor addresses. A patent application is divided among its inventors. Also the path of a Parquet or CSV file, or of a folder of Parquet files: fields that are not chosen are then taken by their names (longitude, latitude, record, addresses, fractional_count, economy, organisation).</source>
            <translation>발명자 주소의 포인트입니다. 특허 출원 한 건은 발명자 수로 나눕니다. Parquet·CSV 파일이나 Parquet 파일이 든 폴더의 경로도 쓸 수 있으며, 이때 고르지 않은 필드는 이름(longitude, latitude, record, addresses, fractional_count, economy, organisation)으로 찾습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>Points of author addresses. A publication is divided among its authors.</source>
            <translation>저자 주소 포인트. 논문 한 편을 저자 수로 나누어 집계합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>Points of venture-funded firms, one record a deal.</source>
            <translation>벤처투자를 받은 기업 포인트. 거래 한 건이 레코드 하나입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>{input}: record</source>
            <translation>{input}: 레코드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>{input}: addresses in the row</source>
            <translation>{input}: 행의 주소 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>{input}: records in the row</source>
            <translation>{input}: 행의 레코드 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>{input}: economy</source>
            <translation>{input}: 경제권</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>The two-letter code of the economy. Where it is empty, the place decides.</source>
            <translation>경제권의 두 글자 코드. 비어 있으면 위치로 정합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>{input}: organisation</source>
            <translation>{input}: 기관</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>The applicant, institution or firm, for the leading organisation of every cluster.</source>
            <translation>출원인, 연구기관 또는 기업. 클러스터별 선도 기관을 구하는 데 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>{input}: field of technology or science</source>
            <translation>{input}: 기술 또는 과학 분야</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>For the leading field of every cluster; a record with several fields, with semicolons between them, counts for each by an equal part.</source>
            <translation>클러스터별 선도 분야를 구하는 데 씁니다. 분야가 여럿이면 세미콜론으로 구분하며, 레코드는 각 분야에 똑같이 나누어 집계합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/address_layers.py" />
            <source>No row stands for an address; choose another field.</source>
            <translation>주소를 나타내는 행이 하나도 없습니다. 다른 필드를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/areas.py" />
            <source>The layer must have polygons; choose another one.</source>
            <translation>폴리곤 레이어여야 합니다. 다른 레이어를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/areas.py" />
            <source>{layer}: {count} polygons crossed themselves and were repaired.</source>
            <translation>{layer}: 스스로 교차하는 폴리곤 {count}개를 고쳤습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/areas.py" />
            <source>{layer}: {count} rows have no area; nothing is in them.</source>
            <translation>{layer}: 행 {count}개에 면적이 없어 아무것도 들어 있지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/buffer.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Boundary: radius around places, in degrees</source>
            <translation>경계: 지점 둘레의 반경(도)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/buffer.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>The boundary is the union of circles of this radius around the places; WIPO's is 0.05.</source>
            <translation>경계는 지점 둘레에 이 반경으로 그린 원을 합친 도형입니다. WIPO는 0.05도입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Candidate nodes</source>
            <translation>후보 거점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <source>Nodes (거점) that a zone could be made of, points or polygons. The best of them under the radius and the area limit are chosen. Empty: circles and belts alone.</source>
            <translation>특구를 이룰 수 있는 거점, 포인트나 폴리곤. 반경과 면적 상한 안에서 가장 좋은 조합을 고릅니다. 비우면 원과 벨트만 제안합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <source>Area of the node</source>
            <translation>거점의 면적</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <source>The field with the area in square metres. Empty: that of the polygon; a point has none.</source>
            <translation>면적(제곱미터) 필드. 비우면 폴리곤의 면적이며, 포인트에는 면적이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <source>Value of the node</source>
            <translation>거점의 가치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <source>The field with what a node is worth, 0 or more. Empty: the weight of the points in its polygon, or in a circle of its area round its point; a point in several counts in the first.</source>
            <translation>거점의 가치(0 이상) 필드. 비우면 폴리곤 안, 또는 포인트를 중심으로 그 면적만 한 원 안에 있는 포인트의 가중치입니다. 여러 거점에 든 포인트는 첫 거점에서 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <source>The layer must have points or polygons; choose another one.</source>
            <translation>포인트나 폴리곤 레이어여야 합니다. 다른 레이어를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <source>Points need a field with their area or with their value; choose one.</source>
            <translation>포인트에는 면적 필드나 가치 필드가 필요합니다. 하나를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <source>candidate nodes</source>
            <translation>후보 거점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <source>Not one of the nodes has a place; check the geometry.</source>
            <translation>위치가 있는 거점이 하나도 없습니다. 도형을 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <source>{count} nodes have no place and cannot be chosen.</source>
            <translation>거점 {count}개는 위치가 없어 고를 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/candidate_nodes.py" />
            <source>Not one of the nodes lies where the points are; choose nodes among them.</source>
            <translation>포인트가 있는 곳에 있는 거점이 하나도 없습니다. 포인트 사이에 있는 거점을 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/checking.py" />
            <source>The layer must have points; make them with Centroids, or prepare a table with Prepare points.</source>
            <translation>포인트 레이어여야 합니다. [중심점]으로 포인트를 만들거나, 테이블이면 [포인트 준비]를 먼저 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/checking.py" />
            <source>The field {field} holds text; choose a numeric field, or convert it first.</source>
            <translation>{field} 필드는 텍스트입니다. 숫자 필드를 선택하거나 먼저 숫자로 변환하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/checking.py" />
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>The field {field} has no number in {count} rows; fill it, or filter those rows out.</source>
            <translation>{field} 필드의 {count}개 행에 숫자가 없습니다. 값을 채우거나 그 행을 필터로 제외하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/checking.py" />
            <source>The field {field} is negative in {count} rows; weights must be 0 or more.</source>
            <translation>{field} 필드의 {count}개 행이 음수입니다. 가중치는 0 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/cluster_field.py" />
            <source>The field names no cluster in any of the {count} rows; choose the field with the clusters.</source>
            <translation>{count}개 행 어디에도 클러스터가 없는 필드입니다. 클러스터가 있는 필드를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/cluster_places.py" />
            <source>The field names a cluster in several rows; with sites, give one row for each.</source>
            <translation>이 필드에는 같은 클러스터가 여러 행에 있습니다. 지점을 함께 쓰려면 클러스터마다 한 행이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/cluster_places.py" />
            <source>Not one cluster of the sites is a cluster of the polygons; choose the same field in both.</source>
            <translation>지점의 클러스터 가운데 폴리곤의 클러스터와 같은 것이 하나도 없습니다. 양쪽에서 같은 필드를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/cluster_places.py" />
            <source>{count} clusters of the sites are in no row of the polygons and are left out.</source>
            <translation>지점의 클러스터 {count}개는 폴리곤의 어느 행에도 없어 제외했습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/cluster_sites.py" />
            <source>The field of the sites with the number of their cluster; empty or -1 for noise.</source>
            <translation>지점의 클러스터 번호가 있는 필드. 노이즈이면 비어 있거나 -1입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/cluster_sites.py" />
            <source>Decimals of the degrees</source>
            <translation>도의 소수 자릿수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <source>Points of addresses with the number of their cluster in a field. Label addresses gives it to addresses from the sites that Innovation clusters makes.</source>
            <translation>클러스터 번호가 필드에 있는 주소 포인트. 혁신 클러스터가 만든 지점에서 주소에 번호를 매기려면 주소에 클러스터 매기기를 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <source>The field with the number of the cluster. Where it is empty or -1 the address is in no cluster: it is noise.</source>
            <translation>클러스터 번호가 있는 필드. 비어 있거나 -1이면 어느 클러스터에도 속하지 않는 노이즈입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <source>The field that is equal for all addresses of one application, article or deal. Rows where it is empty take no part. Ties need records: what is collapsed to counts of sites has none left.</source>
            <translation>한 출원, 논문 또는 투자 건의 모든 주소에서 값이 같은 필드. 비어 있는 행은 빠집니다. 연계를 세려면 레코드가 있어야 하므로, 지점별 집계로 합친 자료는 쓸 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Metric of the records</source>
            <translation>레코드의 지표</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <source>What the records are, where no field tells.</source>
            <translation>필드가 알려 주지 않을 때 레코드의 종류.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <source>Metric field</source>
            <translation>지표 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <source>For addresses of several metrics in one layer: the field that says patents (or inventors), publications (or authors) or deals. Records of two metrics are never the same.</source>
            <translation>한 레이어에 여러 지표의 주소가 있을 때: patents(또는 inventors), publications(또는 authors), deals라고 적힌 필드. 지표가 다르면 같은 레코드로 보지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Economy field</source>
            <translation>경제권 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <source>The two-letter code of the economy, for what is shared within and between economies.</source>
            <translation>경제권의 두 글자 코드. 경제권 안팎의 공유를 세는 데 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <source>Choose the field that tells which addresses are of one record.</source>
            <translation>어느 주소가 한 레코드에 속하는지 알려 주는 필드를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <source>{count} rows have no usable place; they stay part of their records.</source>
            <translation>행 {count}개에 쓸 수 있는 위치가 없습니다. 레코드의 일부로는 남습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/clustered_addresses.py" />
            <source>The field {field} says neither patents, publications nor deals in {count} rows (“{word}”); correct it, or filter those rows out.</source>
            <translation>{field} 필드의 {count}개 행이 patents, publications, deals 가운데 어느 것도 아닙니다(“{word}”). 고치거나 그 행을 거르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <source>Table</source>
            <translation>테이블</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <source>View</source>
            <translation>뷰</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <source>Lowest-numbered cluster</source>
            <translation>번호가 가장 작은 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <source>Nearest core point</source>
            <translation>가장 가까운 핵심점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <source>Leave out (noise)</source>
            <translation>제외(노이즈)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <source>Divided among its addresses</source>
            <translation>주소 수로 나눔</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <source>One in every cluster</source>
            <translation>클러스터마다 1</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <location filename="../../resources/styles/links.qml" />
            <location filename="../../resources/styles/merges.qml" />
            <source>Shared records</source>
            <translation>공유 레코드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <source>Shared records, divided among addresses</source>
            <translation>공유한 레코드(주소 수로 나눔)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <source>Pairs of people</source>
            <translation>사람의 쌍</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/common_choices.py" />
            <source>Pairs of people, divided among those of a record</source>
            <translation>사람의 쌍(레코드마다 합이 1)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <source>Longitude or x field</source>
            <translation>경도 또는 x 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <source>longitude, lon, lng, long, x or 경도</source>
            <translation>longitude, lon, lng, long, x 또는 경도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <source>Latitude or y field</source>
            <translation>위도 또는 y 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <source>latitude, lat, y or 위도</source>
            <translation>latitude, lat, y 또는 위도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <source>For tables. Empty: the field is found by its name, {names}. Text is read as a number, with a decimal point or comma. Where it is set for a layer, it goes before the geometry.</source>
            <translation>테이블에 씁니다. 비워 두면 이름({names})으로 필드를 찾습니다. 텍스트는 소수점(점 또는 쉼표)이 있는 숫자로 읽습니다. 레이어에 지정하면 도형보다 우선합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <source>Reference system of the coordinate fields</source>
            <translation>좌표 필드의 좌표계</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <source>What the numbers in the coordinate fields are; layers with geometry know theirs.</source>
            <translation>좌표 필드에 든 숫자의 좌표계. 도형이 있는 레이어는 자체 좌표계를 따릅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <source>Choose the reference system of the coordinate fields.</source>
            <translation>좌표 필드의 좌표계를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <source>The layer has lines or polygons; make points of them with Centroids first.</source>
            <translation>레이어가 라인 또는 폴리곤입니다. 먼저 [중심점]으로 포인트를 만드십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <source>Only one of the two coordinate fields is chosen; choose both or neither.</source>
            <translation>좌표 필드가 하나만 선택되어 있습니다. 둘 다 선택하거나 둘 다 비우십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/coordinates.py" />
            <source>The table has no fields named like coordinates; choose the two that hold them.</source>
            <translation>테이블에 좌표로 보이는 이름의 필드가 없습니다. 좌표가 든 필드 두 개를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/countries.py" />
            <source>Country code</source>
            <translation>국가 코드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/countries.py" />
            <source>The field of the outlines with the two-letter code. Empty: it is found by its name.</source>
            <translation>국가 폴리곤의 두 글자 코드 필드. 비워 두면 이름으로 찾습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/countries.py" />
            <source>Tolerance at borders (metres)</source>
            <translation>국경 허용 오차(미터)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/countries.py" />
            <source>Addresses this near to their economy count as inside: outlines are generalised, and cut off harbours and islands.</source>
            <translation>경제권에서 이 거리 안에 있는 주소는 안에 있는 것으로 봅니다. 국가 폴리곤은 단순화되어 항만과 섬이 잘려 있기 때문입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/countries.py" />
            <source>Choose the field with the economies that the outlines are to check.</source>
            <translation>국가 폴리곤과 대조할 경제권 필드를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/countries.py" />
            <source>The outlines of {first} and {second} overlap; {count} places lie in both, and those that state no economy count for {first}, whose outline comes first.</source>
            <translation>{first}와 {second}의 경계가 겹칩니다. 지점 {count}곳이 양쪽에 있으며, 경제권을 적지 않은 지점은 먼저 나오는 {first}로 칩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/countries.py" />
            <source>The layer needs a field with two-letter country codes, named {names}.</source>
            <translation>레이어에 두 글자 국가 코드 필드({names})가 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/countries.py" />
            <source>QGIS's own world map cannot be read; choose a layer of countries.</source>
            <translation>QGIS에 들어 있는 세계 지도를 읽을 수 없습니다. 국가 레이어를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <source>The layer does not lie in Korea; choose the nodes of a designation.</source>
            <translation>레이어가 한국에 있지 않습니다. 지정할 거점 레이어를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <source>{count} nodes have no usable geometry; draw them, or filter them out.</source>
            <translation>거점 {count}개에 쓸 수 있는 도형이 없습니다. 그리거나 걸러 내십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <source>The layer has no field zone_type; import it with Import zones, or add the field.</source>
            <translation>레이어에 zone_type 필드가 없습니다. 특구 가져오기로 가져오거나 필드를 추가하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <source>{count} zones without a type of the catalogue, or without a geometry, are left out.</source>
            <translation>목록의 유형이 아니거나 도형이 없는 특구 {count}곳을 뺐습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <source>{count} zones lie in no province, or in several, and count in the total of none; fill the field sido.</source>
            <translation>시·도가 없거나 여럿인 특구 {count}곳은 어느 시·도의 누적 면적에도 넣지 않습니다. sido 필드를 채우십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <source>{node}: its field says {stated} km², its polygon has {measured} km²; the polygon counts.</source>
            <translation>{node}: 필드에는 {stated} km²인데 폴리곤은 {measured} km²입니다. 폴리곤으로 계산합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <source>{count} polygons crossed themselves and were repaired.</source>
            <translation>스스로 교차하는 폴리곤 {count}개를 고쳤습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <source>Lines are no zones; the layer must have points or polygons.</source>
            <translation>선은 특구가 될 수 없습니다. 포인트나 폴리곤 레이어여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <source>A place cannot be carried to {crs}; check the reference system of the layer.</source>
            <translation>{crs}(으)로 옮길 수 없는 위치가 있습니다. 레이어의 좌표계를 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <source>No node is called {name}; the nodes are {names}.</source>
            <translation>{name}(이)라는 거점이 없습니다. 거점은 {names}입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/designation_nodes.py" />
            <source>{text} is no province of Korea; write names such as 부산 or Busan.</source>
            <translation>{text}은(는) 한국의 시·도가 아닙니다. 부산이나 Busan처럼 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/earlier_clusters.py" />
            <source>Earlier clusters whose names are kept</source>
            <translation>이름을 이어받을 이전 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/earlier_clusters.py" />
            <source>The output Clusters of an earlier run, with the names you have given in its fields name and name_ko. Clusters are matched one to one by the weight they share, at least half of the new cluster's or of what now lies in the earlier area; those that match keep the earlier name. Empty a name to have it made anew, and write the new clusters to another place.</source>
            <translation>앞선 실행의 [클러스터] 산출물. name과 name_ko 필드에서 고친 이름이 그대로 이어집니다. 공유하는 가중치에 따라 클러스터를 하나씩 대응시키며, 새 클러스터의 가중치 또는 지금 이전 영역에 있는 가중치의 절반 이상을 공유해야 합니다. 대응된 클러스터는 이전 이름을 씁니다. 이름을 새로 짓게 하려면 그 칸을 비우고, 새 클러스터는 다른 곳에 저장하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/earlier_clusters.py" />
            <source>The layer must have polygons; choose the clusters of an earlier run.</source>
            <translation>레이어에 폴리곤이 있어야 합니다. 앞선 실행의 클러스터를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/earlier_clusters.py" />
            <source>The layer has no field name or name_ko; choose the clusters of an earlier run.</source>
            <translation>레이어에 name이나 name_ko 필드가 없습니다. 앞선 실행의 클러스터를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/earlier_clusters.py" />
            <source>names of earlier clusters</source>
            <translation>이전 클러스터의 이름</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/earlier_clusters.py" />
            <source>{layer}: {count} rows have no polygon, so nothing can keep their names.</source>
            <translation>{layer}: {count}개 행에 폴리곤이 없어 그 이름을 이어받을 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/earlier_clusters.py" />
            <source>{kept} clusters keep their names, of {count} earlier ones.</source>
            <translation>이전 클러스터 {count}개 가운데 {kept}개의 이름을 이어받았습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/earlier_clusters.py" />
            <source>A polygon lies where {crs} has no longitude and latitude; reproject the layer.</source>
            <translation>{crs}에서 경도와 위도를 구할 수 없는 곳에 폴리곤이 있습니다. 레이어를 재투영하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/edition_sources.py" />
            <source>{layer}: {count} rows have no single point with a valid coordinate and are left out.</source>
            <translation>{layer}: {count}개 행에 유효한 좌표의 단일 포인트가 없어 제외했습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/edition_sources.py" />
            <source>The field {field} gives {count} clusters more than one rank; choose the rank of clusters.</source>
            <translation>{field} 필드에 따르면 클러스터 {count}개의 순위가 둘 이상입니다. 클러스터의 순위 필드를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/given_metrics.py" />
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>The records of the world, for shares of the world. Empty: shares of the input.</source>
            <translation>세계 대비 점유율을 구하기 위한 세계 전체의 레코드 수. 비워 두면 입력 자료에 대한 점유율입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/given_metrics.py" />
            <source>Edition {edition} does not count this; leave the layer empty or choose another edition.</source>
            <translation>{edition} 판은 이 자료를 집계하지 않습니다. 레이어를 비우거나 다른 판을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/given_metrics.py" />
            <location filename="../../processing_algorithms/inputs/method.py" />
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>The value must be greater than 0, or left empty.</source>
            <translation>값은 0보다 크거나 비어 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <source>Points of inventors, authors or firms: a row is an address, or several at one place.</source>
            <translation>발명자, 저자, 기업의 포인트. 한 행은 주소 하나이거나 한 곳에 있는 주소 여러 개입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <source>The field that is equal for all addresses of one record, which is divided among them. Rows where it is empty take no part. Not chosen: every address is a record of its own.</source>
            <translation>한 레코드의 모든 주소에서 값이 같은 필드. 레코드 하나를 그 주소들에 나눕니다. 비어 있는 행은 계산에서 빠집니다. 고르지 않으면 주소마다 레코드 하나입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <source>For rows that are collapsed already: how many records, in fractions, a row stands for, 0 or more. In place of the record field.</source>
            <translation>이미 모아 놓은 행을 위한 필드: 한 행이 나타내는 레코드 수(분수, 0 이상). 레코드 필드 대신 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/located_activity.py" />
            <source>Choose the record of every row or its number of records, not both.</source>
            <translation>행의 레코드와 레코드 수 가운데 하나만 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>The output Clusters of Innovation clusters, also of an older version. It is drawn as it is styled; a layer without a style gets that of this plugin.</source>
            <translation>혁신 클러스터의 클러스터 산출물이며 이전 버전의 것도 됩니다. 레이어의 스타일대로 그리고, 스타일이 없으면 이 플러그인의 스타일을 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>The output Sites of the same run: where the addresses are, and the noise.</source>
            <translation>같은 실행의 지점 산출물입니다. 주소의 위치와 노이즈를 보여 줍니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>Special zones to be drawn over the clusters, from Import zones or Zone catalogue.</source>
            <translation>클러스터 위에 그릴 특구이며 특구 파일 읽기 또는 특구 목록에서 얻습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>Page</source>
            <translation>페이지</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>A4 landscape</source>
            <translation>A4 가로</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>A4 portrait</source>
            <translation>A4 세로</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>A3 landscape</source>
            <translation>A3 가로</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>A3 portrait</source>
            <translation>A3 세로</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>The paper: a4 or a3, landscape or portrait. Not used with a template of your own.</source>
            <translation>용지입니다. a4 또는 a3, 가로(landscape) 또는 세로(portrait). 직접 만든 템플릿에서는 쓰지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>Template of your own</source>
            <translation>직접 만든 템플릿</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>A layout template (.qpt) saved from QGIS. Its items are filled by their ids: title, subtitle, map, inset, inset_title, legend, scale_bar, ranking, shares, circles, notes, or remark, method, sources and date one by one. Other items stay as they are.</source>
            <translation>QGIS에서 저장한 조판 템플릿(.qpt)입니다. 항목을 ID로 찾아 채웁니다: title, subtitle, map, inset, inset_title, legend, scale_bar, ranking, shares, circles, notes 또는 따로따로 remark, method, sources, date. 다른 항목은 그대로 둡니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>Title</source>
            <translation>제목</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>Subtitle</source>
            <translation>부제목</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>The line below the title. Empty: how many clusters there are, and by what they are ranked.</source>
            <translation>제목 아래 줄입니다. 비우면 클러스터 수와 순위의 기준을 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>The layer must have polygons; choose the output Clusters.</source>
            <translation>레이어는 폴리곤이어야 합니다. 클러스터 산출물을 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/map_layers.py" />
            <source>The layer has no field {field}; choose the output Clusters of Innovation clusters.</source>
            <translation>레이어에 {field} 필드가 없습니다. 혁신 클러스터의 클러스터 산출물을 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>How shared records tie two clusters; WIPO does not say. records: each counts 1. fractional: each is divided among its addresses, as the ranking counts. pairs: every pair of co-inventors or co-authors, one in each cluster, counts 1. fractional_pairs: the pairs of a record add up to 1. Several metrics weigh the same.</source>
            <translation>공유한 레코드로 두 클러스터의 연결을 재는 방법. WIPO는 밝히지 않습니다. records: 레코드마다 1. fractional: 순위 계산처럼 레코드를 주소 수로 나눕니다. pairs: 두 클러스터에 하나씩 있는 공동 발명자나 공저자의 쌍마다 1. fractional_pairs: 한 레코드의 쌍을 모두 더하면 1. 지표가 여럿이면 같은 무게로 더합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>none: distance alone merges, as it does where no input has a field for the record.</source>
            <translation>none: 거리만으로 병합하며, 어느 입력에도 레코드 필드가 없을 때와 같습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Ties</source>
            <translation>연결</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Distance alone</source>
            <translation>거리만</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Whose strongest tie it must be</source>
            <translation>어느 쪽의 가장 강한 연결이어야 하는가</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>The smaller cluster's</source>
            <translation>작은 클러스터의 것</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Either cluster's</source>
            <translation>둘 중 하나의 것</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Both clusters'</source>
            <translation>둘 다의 것</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>smaller: that of the smaller cluster, the one that is merged into the other; the mergers that WIPO has published name a smaller one with a larger. either: that of one of the two. both: that of each.</source>
            <translation>smaller: 다른 쪽에 병합되는 작은 클러스터의 가장 강한 연결. WIPO가 발표한 병합은 작은 클러스터를 큰 클러스터와 함께 적고 있습니다. either: 둘 중 하나의 것. both: 각각의 것.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Stronger than with noise, too</source>
            <translation>노이즈와의 연결보다도 강해야 함</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Whether the tie must also be stronger than that with all addresses in no cluster, as WIPO writes.</source>
            <translation>WIPO의 설명처럼, 어느 클러스터에도 없는 모든 주소와의 연결보다도 강해야 하는지 여부.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Chains</source>
            <translation>사슬</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Join into one</source>
            <translation>하나로 병합</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Leave apart</source>
            <translation>병합하지 않음</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Three or more clusters that hang together by pairs, each of which passes. join: they become one, and the table numbers the chain. leave: none is merged until enough of its pairs are switched off.</source>
            <translation>조건을 통과한 쌍으로 이어진 셋 이상의 클러스터. join: 하나가 되고, 표에 사슬 번호를 적습니다. leave: 쌍을 충분히 끌 때까지 아무것도 병합하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Pairs not to merge</source>
            <translation>병합하지 않을 쌍</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merge_rule.py" />
            <source>Pairs of clusters that stay apart whatever their ties, by the numbers that the list of proposals gives them: 3-17, 8-21.</source>
            <translation>연결과 상관없이 병합하지 않을 클러스터 쌍을 병합 제안 목록의 번호로 적습니다: 3-17, 8-21.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/merged_layers.py" />
            <source>{layer}: {count} records have rows from several of the merged layers and count as one record each. Where they are different records with the same id, make the ids differ before merging, with the name of the layer before the id for one: {ids}</source>
            <translation>{layer}: 레코드 {count}개의 행이 합친 여러 레이어에서 왔으며 각각 레코드 하나로 칩니다. 식별자만 같은 다른 레코드라면 합치기 전에 식별자 앞에 레이어 이름을 붙이는 등으로 구별하십시오: {ids}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>WIPO 2025</source>
            <translation>WIPO 2025년판</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>WIPO 2018 to 2024</source>
            <translation>WIPO 2018~2024년판</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>WIPO 2017</source>
            <translation>WIPO 2017년판</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>WIPO, regional</source>
            <translation>WIPO 지역 분석</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>National, proposed from the data</source>
            <translation>국가 단위(데이터에서 제안)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Your own values</source>
            <translation>직접 지정</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>What is counted and the density, as WIPO chose them. 2025: patents, publications and deals, 15 km and 4,500. 2018-2024: patents and publications, 15 km and 4,500. 2017: patents, 13 km and 2,000. regional: 15 km and 300, as in WIPO's African run. national: proposed from the data, as Propose parameters does it. custom: what you give below.</source>
            <translation>WIPO가 정한 집계 대상과 밀도입니다. 2025: 특허·논문·벤처투자 거래, 15 km와 4,500. 2018-2024: 특허와 논문, 15 km와 4,500. 2017: 특허, 13 km와 2,000. regional: WIPO의 아프리카 분석처럼 15 km와 300. national: ‘파라미터 제안’과 같이 데이터에서 제안합니다. custom: 아래에 지정한 값을 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <location filename="../../resources/models/clustersatsource.model3" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Maximum distance between clustered addresses</source>
            <translation>군집 주소 사이의 최장 거리</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>The radius of the density, in metres on the ellipsoid. Empty: as in the edition.</source>
            <translation>밀도를 재는 반경(타원체에서 미터). 비워 두면 판의 값을 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>The least weight of addresses within the distance that makes a place part of a cluster's core, in inventor addresses. Empty: as in the edition.</source>
            <translation>한 곳이 클러스터의 핵심이 되기 위해 거리 안에 있어야 하는 주소의 최소 가중치(발명자 주소 기준). 비워 두면 판의 값을 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Unit of the minimum density</source>
            <translation>최소 밀도의 단위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <source>Inventor addresses</source>
            <translation>발명자 주소 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Equal shares of inventors and authors</source>
            <translation>발명자와 저자에 절반씩</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>All addresses alike</source>
            <translation>주소마다 1</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>WIPO gives inventors and authors equal weight and does not say what its 4,500 counts. inventors: inventor addresses, under which the published list of economies with a cluster comes out. shares: half of all addresses for the inventors of the world, half for the authors. addresses: every address is one, without equal weight.</source>
            <translation>WIPO는 발명자와 저자에 같은 가중치를 주지만 4,500이 무엇의 수인지는 밝히지 않습니다. inventors: 발명자 주소 기준으로, 클러스터가 있는 국가 목록이 발표와 일치합니다. shares: 전체 주소의 절반을 전 세계 발명자에, 절반을 저자에 배분합니다. addresses: 같은 가중치 없이 주소마다 1입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Weight of an author address</source>
            <translation>저자 주소의 가중치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>What one author address weighs in the density, in inventor addresses. The default gives all inventors and all authors of the world equal weight (4,113,927 to 27,022,686 in 2024).</source>
            <translation>밀도를 계산할 때 저자 주소 하나의 가중치(발명자 주소 기준). 기본값은 세계의 모든 발명자와 모든 저자의 비중을 같게 합니다(2024년 4,113,927 대 27,022,686).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Deals are part of the density</source>
            <translation>거래를 밀도에 포함</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Whether deals help to form clusters, with equal weight for all deals of the world. WIPO does not say; by default they are only counted where they fall.</source>
            <translation>세계 거래 전체에 같은 비중을 주어 거래도 클러스터 형성에 넣을지 여부. WIPO는 밝히지 않았으며, 기본값은 위치한 곳에서 집계만 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Where a place goes that is not core but near a core place. first: the lowest-numbered cluster that reaches it. nearest: the cluster of the closest core place. noise: none.</source>
            <translation>핵심은 아니지만 핵심 지점 가까이 있는 지점이 어디에 속하는지. first: 닿는 클러스터 가운데 번호가 가장 작은 것. nearest: 가장 가까운 핵심 지점의 클러스터. noise: 속하지 않음.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Counting</source>
            <translation>집계 방식</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>fractional: a record is one and is divided among its addresses, as WIPO does it. full: it is one in every cluster it has an address in; shares then add up to more than the total.</source>
            <translation>fractional: WIPO처럼 레코드 하나를 1로 보고 주소 수로 나눕니다. full: 주소가 있는 클러스터마다 1로 세며, 점유율의 합이 전체를 넘습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Merge clusters closer than</source>
            <translation>이보다 가까운 클러스터 병합</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Clusters are joined when their edges are at most this far apart, in metres, and they work together most. 0: none. WIPO: 3 to 5 km.</source>
            <translation>가장자리 사이 거리가 이 값(미터) 이하이고 서로 가장 많이 협력하는 클러스터를 병합합니다. 0: 병합하지 않음. WIPO: 3~5 km.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Edge of a cluster</source>
            <translation>클러스터의 가장자리</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Nearest places</source>
            <translation>가장 가까운 위치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Nearest core places</source>
            <translation>가장 가까운 핵심 위치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>From where the distance between clusters counts; WIPO does not say. places: their nearest places, core or border. core: their nearest core places.</source>
            <translation>클러스터 사이의 거리를 재는 기준으로, WIPO는 밝히지 않습니다. places: 핵심·경계를 가리지 않고 가장 가까운 위치. core: 가장 가까운 핵심 위치.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Edition {edition} has no value of its own; give one.</source>
            <translation>{edition} 판에는 정해진 값이 없으므로 값을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>The weight must be 0 or more.</source>
            <translation>가중치는 0 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>Nothing given is part of the density, so there can be no cluster; give it a weight.</source>
            <translation>입력한 자료 가운데 밀도에 포함되는 것이 없어 클러스터가 생길 수 없습니다. 가중치를 주십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>The distance must lie between 0 and {most} km.</source>
            <translation>거리는 0~{most}km 사이여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/method.py" />
            <source>The data suggest no distance and density, as nothing lies close together; choose another edition, or give both.</source>
            <translation>가까이 모인 곳이 없어 데이터에서 거리와 밀도를 제안할 수 없습니다. 다른 판을 고르거나 둘 다 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/missing_metrics.py" />
            <source>Edition {edition} counts more than what is given: scores and ranks are without {metrics}.</source>
            <translation>{edition}판은 주어진 것 말고도 집계합니다. 점수와 순위에 다음이 빠져 있습니다: {metrics}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/number_lists.py" />
            <source>Give numbers above 0 with commas between them, as in 5, 7, 10.</source>
            <translation>0보다 큰 수를 5, 7, 10처럼 쉼표로 나누어 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/population.py" />
            <source>The raster can no longer be read; check its file.</source>
            <translation>래스터를 더 읽을 수 없습니다. 파일을 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/population.py" />
            <source>The raster cannot be read or has no coordinate reference system; assign one.</source>
            <translation>래스터를 읽을 수 없거나 좌표계가 없습니다. 좌표계를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/population.py" />
            <source>The layer is a picture without pixels of its own; choose a raster file.</source>
            <translation>이 레이어는 고유한 픽셀이 없는 그림입니다. 래스터 파일을 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/population.py" />
            <source>The pixels of the raster are no plain numbers; choose one of people per pixel.</source>
            <translation>래스터의 픽셀이 일반 숫자가 아닙니다. 픽셀마다 인구가 든 래스터를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/population.py" />
            <source>No way leads from {crs} to longitude and latitude; reproject the raster.</source>
            <translation>{crs}에서 경위도로 변환할 방법이 없습니다. 래스터를 다른 좌표계로 변환하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/population.py" />
            <source>{count} clusters have no population: no pixel or place with a number lies inside. They have no intensity and no intensity rank: {names}</source>
            <translation>클러스터 {count}개는 값이 있는 픽셀이나 장소가 안에 없어 인구가 없습니다. 집약도와 집약도 순위도 없습니다: {names}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/population.py" />
            <source>{count} clusters reach beyond the edge of the raster. Their population is that of the part inside, so their intensity is too high: {names}</source>
            <translation>클러스터 {count}개는 래스터의 가장자리를 벗어납니다. 인구는 안에 있는 부분의 것이므로 집약도가 실제보다 높습니다: {names}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/population.py" />
            <source>{count} pixels or places inside have no number, or a negative one, and are not counted.</source>
            <translation>안에 있는 픽셀이나 장소 {count}개는 값이 없거나 음수여서 세지 않았습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/population.py" />
            <source>There are pixels with {value}, the largest number that the raster's pixels can hold; where they are inside, they count as people. If it stands for no data, set it as additional no data value in the layer's properties.</source>
            <translation>래스터 픽셀이 담을 수 있는 가장 큰 수인 {value}인 픽셀이 있습니다. 영역 안에 있으면 인구로 셉니다. 자료 없음을 뜻한다면 레이어 속성에서 추가 자료 없음 값으로 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/references.py" />
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <location filename="../../resources/styles/by_radius.qml" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/radii.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Population</source>
            <translation>인구</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/references.py" />
            <source>A raster of people per pixel, for the intensity: score per million people. As with WIPO, pixels count whose centre is within the boundary's radius of a place of the cluster, also where another cluster's area holds them too. Pixels without a value, or with a negative one, are missing and not zero. Empty: no intensity.</source>
            <translation>집약도(인구 백만 명당 점수)를 구하는 데 쓸, 픽셀마다 인구가 든 래스터. WIPO와 같이 클러스터의 어느 장소에서든 경계의 반경 안에 중심이 있는 픽셀을 셉니다. 다른 클러스터의 영역과 겹치는 픽셀도 셉니다. 값이 없거나 음수인 픽셀은 0이 아니라 결측입니다. 비워 두면 집약도를 구하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/references.py" />
            <source>Gazetteer</source>
            <translation>지명 사전</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/references.py" />
            <source>Places that name clusters: points with the fields name, population and, for Korean, name_ko. Empty: the bundled one, of cities from 100,000 people in the world and 15,000 in Korea.</source>
            <translation>클러스터에 이름을 붙일 지명: name, population 필드와 한국어 이름 name_ko 필드가 있는 포인트. 비워 두면 함께 제공되는 도시 목록(세계 인구 10만 이상, 한국 1만 5천 이상)을 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/references.py" />
            <source>Outlines with a field of two-letter codes, for addresses that do not state their economy. Empty: the world map that comes with QGIS.</source>
            <translation>두 글자 코드 필드가 있는 국가 폴리곤. 경제권이 적혀 있지 않은 주소에 씁니다. 비워 두면 QGIS에 들어 있는 세계 지도를 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/references.py" />
            <source>Other names of organisations</source>
            <translation>기관의 다른 이름</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/references.py" />
            <source>A table with the fields alias and name: what is found under the alias is counted under the name, and printed as it stands there. For translations, abbreviations and subsidiaries.</source>
            <translation>alias와 name 필드가 있는 테이블. alias로 나오는 기관을 name으로 세고, 거기 적힌 그대로 표기합니다. 번역명, 약칭, 자회사에 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/references.py" />
            <source>The table needs the fields alias and name; {field} is missing.</source>
            <translation>테이블에 alias와 name 필드가 있어야 하는데 {field}이(가) 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/references.py" />
            <source>The layer cannot be read or has no coordinate reference system; assign one.</source>
            <translation>레이어를 읽을 수 없거나 좌표계가 없습니다. 좌표계를 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/rows_elsewhere.py" />
            <source>layers that have been merged</source>
            <translation>병합된 레이어</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/rows_elsewhere.py" />
            <source>{layer}: rows are read one by one ({reason}).</source>
            <translation>{layer}: 행을 하나하나 읽습니다({reason}).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/rows_elsewhere.py" />
            <source>{layer}: {engine} is asked.</source>
            <translation>{layer}: {engine}에 묻습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/rows_elsewhere.py" />
            <source>{layer}: its rows have no order that {engine} can tell, and no key of whole numbers. Clusters are numbered by their coordinates, so their numbers may be others than where rows are read; so may the cluster of a border point that several reach.</source>
            <translation>{layer}: 행에 {engine}이(가) 알 수 있는 순서가 없고 정수 키도 없습니다. 클러스터 번호는 좌표 순으로 매기므로 행을 읽을 때와 다를 수 있습니다. 여러 클러스터에 닿는 경계점의 클러스터도 다를 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/rows_elsewhere.py" />
            <source>{layer}: {engine} has summed {rows} rows where they are; {groups} groups of rows at one place came here.</source>
            <translation>{layer}: {engine}이(가) 행 {rows}개를 있는 곳에서 합쳤고, 지점이 같은 행의 묶음 {groups}개만 이곳으로 왔습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/rows_elsewhere.py" />
            <source>{layer}: {engine} counts the records that clusters share.</source>
            <translation>{layer}: 클러스터가 공유하는 레코드는 {engine}이(가) 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/stated_economies.py" />
            <source>{layer}: {count} rows state something else than a code of two letters as their economy and count as rows that state none: {texts}</source>
            <translation>{layer}: {count}개 행이 경제권을 두 글자 코드가 아닌 것으로 적어, 적지 않은 행으로 칩니다: {texts}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/stated_economies.py" />
            <source>{layer}: {count} rows state an economy whose code ISO 3166-1 does not have; they count for it as it stands: {texts}</source>
            <translation>{layer}: {count}개 행이 ISO 3166-1에 없는 경제권 코드를 적었으며, 적힌 그대로 집계합니다: {texts}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_answers.py" />
            <source>The reference system is not known; choose another one.</source>
            <translation>좌표계를 알 수 없습니다. 다른 좌표계를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_answers.py" />
            <source>There is no question {name}; use one of {known}.</source>
            <translation>{name}(이)라는 물음이 없습니다. 다음 중 하나를 쓰십시오: {known}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_answers.py" />
            <source>There is no reference system {name}; use one such as EPSG:5186.</source>
            <translation>{name}(이)라는 좌표계가 없습니다. EPSG:5186 같은 것을 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_choices.py" />
            <source>{text} is no type of the catalogue; give its id, such as NATIONAL_INNOV_CLUSTER, or its name.</source>
            <translation>{text}은(는) 목록에 없는 유형입니다. NATIONAL_INNOV_CLUSTER 같은 식별자나 이름을 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_choices.py" />
            <source>{text} is no province of Korea; give a name such as 부산 or Busan.</source>
            <translation>{text}은(는) 한국의 시·도가 아닙니다. 부산이나 Busan 같은 이름을 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_files.py" />
            <source>{file} cannot be opened: {problem}.</source>
            <translation>{file}을(를) 열 수 없습니다: {problem}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_files.py" />
            <source>{file} holds zips within zips; unpack it first.</source>
            <translation>{file}은(는) zip 안에 zip이 겹겹이 있습니다. 먼저 압축을 푸십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_files.py" />
            <source>{file} has a password; unpack it first.</source>
            <translation>{file}에 암호가 있습니다. 먼저 압축을 푸십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_files.py" />
            <source>{file} is larger than the free space; unpack it elsewhere.</source>
            <translation>{file}이(가) 남은 공간보다 큽니다. 다른 곳에 압축을 푸십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_files.py" />
            <source>{file} cannot be unpacked: {problem}; get the file again.</source>
            <translation>{file}의 압축을 풀 수 없습니다: {problem}. 파일을 다시 받으십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_reading.py" />
            <source>{file} holds no file of zones; they are of the kinds {kinds}.</source>
            <translation>{file}에 특구 파일이 없습니다. 읽을 수 있는 종류는 {kinds}입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/inputs/zone_reading.py" />
            <source>{file} has no columns of latitude and longitude; name them lat and lon, or 위도 and 경도.</source>
            <translation>{file}에 위도와 경도 열이 없습니다. 열 이름을 lat과 lon, 또는 위도와 경도로 하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>Label addresses</source>
            <translation>주소에 클러스터 매기기</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>Gives addresses the cluster of the site they are at, from the sites that Innovation clusters makes, so that all other steps can go on from there. Addresses at no site are counted and handed back.</source>
            <translation>혁신 클러스터가 만든 지점에서 주소가 있는 지점의 클러스터를 주소에 매겨, 다른 모든 단계가 이어서 쓸 수 있게 합니다. 어느 지점에도 없는 주소는 세어서 돌려줍니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>address,site,cluster,label,join,coordinates</source>
            <translation>주소,지점,클러스터,라벨,결합,좌표</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/boundaries.outlines.qml" />
            <location filename="../../resources/styles/boundaries.qml" />
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/geocoding.qml" />
            <location filename="../../resources/styles/heaviest_sites.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/places.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Addresses</source>
            <translation>주소 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>The points that the clusters were made from, or others at the same coordinates.</source>
            <translation>클러스터를 만든 포인트, 또는 같은 좌표에 있는 다른 포인트.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>The sites of a run of Innovation clusters, or any points with a cluster in a field.</source>
            <translation>혁신 클러스터를 실행해 얻은 지점, 또는 클러스터가 필드에 있는 포인트.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>Where sites were rounded: longitudes and latitudes of both layers are rounded to so many decimals before they are compared. Empty: they must be equal to the last digit.</source>
            <translation>지점이 반올림되었을 때: 두 레이어의 경도와 위도를 이 자릿수로 반올림해 비교합니다. 비우면 마지막 자리까지 같아야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>All rows of the input with cluster_id, empty for noise, and at_site, whether there is a site at their place.</source>
            <translation>입력의 모든 행과 cluster_id(노이즈이면 빈 값), 그 위치에 지점이 있는지를 나타내는 at_site.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>Addresses at no site</source>
            <translation>지점에 없는 주소</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>The rows without a site at their place, to see what is the matter with them.</source>
            <translation>그 위치에 지점이 없는 행. 까닭을 살펴볼 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>Number of addresses at no site</source>
            <translation>지점에 없는 주소 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>Not one of the {count} addresses is at a site; choose the sites that were made of them, or round both.</source>
            <translation>주소 {count}개 가운데 지점에 있는 것이 하나도 없습니다. 그 주소로 만든 지점을 선택하거나 둘 다 반올림하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>{clustered} addresses are in clusters, {noise} in none, {unmatched} at no site.</source>
            <translation>주소 {clustered}개가 클러스터에 있고, {noise}개는 어느 클러스터에도 없으며, {unmatched}개는 지점에 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labeladdresses.py" />
            <source>{count} addresses are at no site and have no cluster.</source>
            <translation>주소 {count}개가 지점에 없어 클러스터가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Label rows at the source</source>
            <translation>행이 있는 곳에서 클러스터 매기기</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Gives all rows of a PostGIS table, or of Parquet and CSV files, the cluster of the site they are at, in a new table, a view or a folder beside them. The rows do not come to QGIS.</source>
            <translation>PostGIS 테이블이나 Parquet·CSV 파일의 모든 행에 그 지점의 클러스터를 매겨, 곁에 새 테이블, 뷰 또는 폴더를 만듭니다. 행은 QGIS로 오지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>label,join,cluster,site,database,postgis,view,table,duckdb,parquet</source>
            <translation>매기기,결합,클러스터,지점,데이터베이스,postgis,뷰,테이블,duckdb,parquet</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <location filename="../../resources/styles/geocoding.qml" />
            <location filename="../../resources/styles/places.qml" />
            <source>Rows</source>
            <translation>행</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>A layer of points of a PostGIS database, with its filter if it has one; or the path of a Parquet or CSV file, or of a folder of Parquet files.</source>
            <translation>PostGIS 데이터베이스의 포인트 레이어(필터가 있으면 필터와 함께), 또는 Parquet·CSV 파일이나 Parquet 파일이 든 폴더의 경로.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Points with a cluster in a field, at the coordinates of the rows: the sites of Innovation clusters, or the places of Collapse points after Density clusters.</source>
            <translation>행의 좌표에 있고 필드에 클러스터가 있는 포인트: 혁신 클러스터의 지점, 또는 같은 지점의 포인트 합치기의 지점을 밀도 클러스터로 군집화한 것.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Where sites were rounded: longitudes and latitudes of both are rounded to so many decimals before they are compared. Empty: they must be equal to the last digit.</source>
            <translation>지점이 반올림되었을 때: 양쪽의 경도와 위도를 이 자릿수로 반올림해 비교합니다. 비우면 마지막 자리까지 같아야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>New table, view or folder</source>
            <translation>새 테이블, 뷰 또는 폴더</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>In a database: schema.table, which must not be there yet. Of files: the path of a new folder, or of a new file that ends in .parquet.</source>
            <translation>데이터베이스: 아직 없는 스키마.테이블(schema.table). 파일: 새 폴더의 경로, 또는 .parquet로 끝나는 새 파일의 경로.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>What to make</source>
            <translation>만들 것</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>table: the rows with their clusters as they are now. view: of a database only; it follows the rows, and a table with the places and their clusters is made beside it.</source>
            <translation>table: 지금의 행과 그 클러스터. view: 데이터베이스에서만. 행이 바뀌면 따라 바뀌며, 지점과 그 클러스터의 테이블이 곁에 만들어집니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Name of the new column</source>
            <translation>새 열의 이름</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>-1 in this column is noise; it is empty for rows at no site.</source>
            <translation>이 열의 -1은 노이즈이고, 어느 지점에도 없는 행은 비어 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Labelled rows</source>
            <translation>클러스터를 매긴 행</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Number of rows at no site</source>
            <translation>어느 지점에도 없는 행 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>{name} is no name for a column; use letters, figures and underscores, a letter first.</source>
            <translation>{name}은(는) 열 이름으로 쓸 수 없습니다. 글자로 시작해 글자, 숫자, 밑줄을 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>DuckDB cannot be asked about these rows: {reason}.</source>
            <translation>이 행은 DuckDB에 물을 수 없습니다: {reason}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Give the whole path of a new folder or file, in a folder that is there.</source>
            <translation>이미 있는 폴더 안의 새 폴더나 파일의 전체 경로를 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <location filename="../../processing_algorithms/layers/at_source.py" />
            <source>not a layer of PostGIS</source>
            <translation>PostGIS 레이어가 아님</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>No database can be asked about these rows: {reason}. Choose a layer of PostGIS as it is stored, or the path of a Parquet or CSV file.</source>
            <translation>이 행은 데이터베이스에 물을 수 없습니다: {reason}. 저장된 그대로의 PostGIS 레이어나 Parquet·CSV 파일의 경로를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Asking {engine} for places</source>
            <translation>{engine}에 지점을 묻는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>{rows} rows are at {places} places.</source>
            <translation>행 {rows}개가 지점 {places}개에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Labelling rows</source>
            <translation>행에 클러스터를 매기는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>{engine} has made {target}: {rows} rows, {unmatched} of them at no site.</source>
            <translation>{engine}이(가) {target}을(를) 만들었습니다: 행 {rows}개, 그 가운데 {unmatched}개는 어느 지점에도 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>{count} rows are at no site and have no cluster.</source>
            <translation>행 {count}개는 어느 지점에도 없어 클러스터가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Not one of the {count} places is a site; choose the sites that were made of these rows, or round both.</source>
            <translation>위치 {count}개 가운데 지점과 같은 것이 없습니다. 이 행으로 만든 지점을 선택하거나 양쪽을 반올림하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>Numbers of clusters are whole; choose another field.</source>
            <translation>클러스터 번호는 정수입니다. 다른 필드를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/labelatsource.py" />
            <source>{target} is there, but QGIS cannot show it as a layer; it needs a key.</source>
            <translation>{target}을(를) 만들었지만 QGIS가 레이어로 보여 줄 수 없습니다. 키가 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/at_source.py" />
            <source>not a layer of points</source>
            <translation>포인트 레이어가 아님</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/at_source.py" />
            <source>edits that are not saved yet</source>
            <translation>아직 저장하지 않은 편집</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/at_source.py" />
            <source>joined or virtual fields</source>
            <translation>결합된 필드나 가상 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/at_source.py" />
            <source>only some of the rows are wanted</source>
            <translation>일부 행만 요청됨</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/at_source.py" />
            <source>the Python package {name} is not there</source>
            <translation>파이썬 패키지 {name}이(가) 없음</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/at_source.py" />
            <source>a text file in another encoding than UTF-8</source>
            <translation>UTF-8이 아닌 텍스트 파일</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/at_source.py" />
            <source>rows that memory has room for</source>
            <translation>메모리에 들어가는 행 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/destinations.py" />
            <source>The file {file} is also the input and would be overwritten. Choose another name.</source>
            <translation>{file} 파일은 입력이기도 하여 덮어쓰게 됩니다. 다른 이름을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/destinations.py" />
            <source>The table {table} of {file} is also the input and would be overwritten. Choose another name.</source>
            <translation>{file} 파일의 {table} 테이블은 입력이기도 하여 덮어쓰게 됩니다. 다른 이름을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/destinations.py" />
            <source>The file {file} is also chosen for {other}. Choose another name.</source>
            <translation>{file} 파일이 {other}에도 선택되어 있습니다. 다른 이름을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/destinations.py" />
            <source>The table {table} of {file} is also chosen for {other}. Choose another name.</source>
            <translation>{file} 파일의 {table} 테이블이 {other}에도 선택되어 있습니다. 다른 이름을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/destinations.py" />
            <source>The folder {folder} does not exist. Create it or choose another one.</source>
            <translation>{folder} 폴더가 없습니다. 폴더를 만들거나 다른 폴더를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/destinations.py" />
            <source>Nothing can be written to the folder {folder}. Choose another one.</source>
            <translation>{folder} 폴더에 쓸 수 없습니다. 다른 폴더를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/destinations.py" />
            <source>The file {file} exists and cannot be replaced. Close what has it open, or choose another name.</source>
            <translation>{file} 파일이 이미 있으며 바꿀 수 없습니다. 이 파일을 열고 있는 프로그램을 닫거나 다른 이름을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/points.py" />
            <source>The input changed while it was being read. Run the algorithm again when nobody is editing it.</source>
            <translation>읽는 동안 입력이 바뀌었습니다. 아무도 편집하지 않을 때 알고리즘을 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/polygons.py" />
            <location filename="../../processing_algorithms/measures/surroundings.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>zones and clusters</source>
            <translation>특구와 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/postgis_layers.py" />
            <source>The database has not told within {seconds} seconds what {table} is ({problem}); run it again when nobody changes the table, or when the database has less to do.</source>
            <translation>데이터베이스가 {seconds}초 안에 {table}에 대해 답하지 않았습니다({problem}). 아무도 테이블을 바꾸지 않을 때나 데이터베이스가 한가할 때 다시 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/raw.py" />
            <source>{file} cannot be read: {problem}; get the file again.</source>
            <translation>{file}을(를) 읽을 수 없습니다: {problem}. 파일을 다시 받으십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/writing.py" />
            <source>An output could not be written: {problem}</source>
            <translation>산출물을 쓸 수 없습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/writing.py" />
            <source>Cancelled. What was in the table of {outputs} before is gone or changed.</source>
            <translation>취소되었습니다. {outputs}의 테이블에 있던 이전 내용은 없어졌거나 변경되었습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/writing.py" />
            <source>{folder} is what a run that was broken off has left of {output}. Delete it, unless another run is still writing there.</source>
            <translation>{folder}: 중단된 실행이 산출물 {output}을(를) 쓰다가 남긴 폴더입니다. 다른 실행이 아직 쓰고 있지 않으면 삭제하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/writing.py" />
            <source>What was in the table of {outputs} before is gone or changed.</source>
            <translation>{outputs}의 테이블에 있던 이전 내용은 없어졌거나 변경되었습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/writing.py" />
            <source>The incomplete output {output} could not be deleted; delete it yourself.</source>
            <translation>완성되지 않은 산출물 {output}을(를) 지울 수 없습니다. 직접 지우십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/writing.py" />
            <source>{output} could not be written: {problem}</source>
            <translation>{output}을(를) 쓸 수 없습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/layers/writing.py" />
            <source>{output}: {found} of {count} rows are in the file; the disk may be full</source>
            <translation>{output}: {count}행 가운데 {found}행만 파일에 있습니다. 디스크가 가득 찼을 수 있습니다</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Map report</source>
            <translation>지도 보고서</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Prints the clusters as a page: map, inset, legend, ranking, shares by metric, scale bar, sources, date and method, as PDF and as PNG of 300 dots per inch. The page is a layout that ships with the plugin or a template (.qpt) of your own.</source>
            <translation>클러스터를 한 페이지로 인쇄합니다. 지도, 삽도, 범례, 순위, 지표별 점유율, 축척 막대, 출처, 날짜, 방법을 담아 PDF와 300 dpi PNG로 만듭니다. 플러그인에 들어 있는 조판 또는 직접 만든 템플릿(.qpt)을 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>map,layout,template,qpt,print,pdf,png,report,ranking,legend,cluster</source>
            <translation>지도,조판,템플릿,qpt,인쇄,pdf,png,보고서,순위,범례,클러스터,map,layout,report</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>The output Ranking, for the table of the page. Empty: the table is made of the clusters.</source>
            <translation>페이지의 표에 쓸 순위표 산출물입니다. 비우면 클러스터로 표를 만듭니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>The title of the page. Empty: Innovation clusters, or the name of the cluster.</source>
            <translation>페이지의 제목입니다. 비우면 혁신 클러스터 또는 클러스터의 이름을 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Layout</source>
            <translation>조판</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <location filename="../../resources/styles/geocoding.qml" />
            <source>World</source>
            <translation>세계</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Country or region</source>
            <translation>국가 또는 지역</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>One cluster</source>
            <translation>클러스터 1개</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>world: the whole world with an inset. country: a country or region, and where it lies. cluster: one cluster with its figures. automatic: the world where clusters lie far apart, else the region around them.</source>
            <translation>world: 삽도가 있는 세계 지도. country: 국가 또는 지역과 그 위치. cluster: 클러스터 하나와 그 수치. automatic: 클러스터가 멀리 흩어져 있으면 세계, 아니면 그 주변 지역.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Only this economy</source>
            <translation>이 경제권만</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>The code of an economy, such as KR: the map shows its clusters, with their ranks in the world. Empty: all.</source>
            <translation>KR 같은 경제권 코드입니다. 그 경제권의 클러스터를 세계 순위와 함께 보여 줍니다. 비우면 모두 보여 줍니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Rank of the cluster</source>
            <translation>클러스터의 순위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Which cluster the layout of one cluster shows.</source>
            <translation>클러스터 하나의 조판에 보여 줄 클러스터입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Keep the layout in the project</source>
            <translation>조판을 프로젝트에 남기기</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Adds the layout, with the layers it needs, to the project, where it can be worked on.</source>
            <translation>조판과 거기에 필요한 레이어를 프로젝트에 추가하여 계속 편집할 수 있게 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Map as PDF</source>
            <translation>PDF 지도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>One page, with text as text.</source>
            <translation>한 페이지이며 글자는 텍스트로 남습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Map as PNG</source>
            <translation>PNG 지도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>PNG files (*.png)</source>
            <translation>PNG 파일 (*.png)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>The page with 300 dots per inch.</source>
            <translation>300 dpi의 페이지입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Name of the layout in the project</source>
            <translation>프로젝트에 남긴 조판의 이름</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>The layer has no field {field}; choose the output Ranking of Innovation clusters.</source>
            <translation>레이어에 {field} 필드가 없습니다. 혁신 클러스터의 순위표 산출물을 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>There is no project to keep the layout in; leave this off.</source>
            <translation>조판을 남길 프로젝트가 없습니다. 이 항목을 끄십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Choose a file for the PDF or the PNG, or keep the layout.</source>
            <translation>PDF 또는 PNG 파일을 고르거나 조판을 남기십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>There is no cluster of this rank.</source>
            <translation>이 순위의 클러스터가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>Printing the map</source>
            <translation>지도 인쇄 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>The map could not be written: {problem}</source>
            <translation>지도를 쓸 수 없습니다: {problem}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>{count} clusters, ranked by the sum of their shares in per cent</source>
            <translation>점유율(%)의 합으로 순위를 매긴 클러스터 {count}개</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mapreport.py" />
            <source>{economy}: clusters, with their ranks among {count}</source>
            <translation>{economy}의 클러스터와 전체 {count}개 중의 순위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/measures/local_planes.py" />
            <source>A boundary reaches beyond the area of {crs}. Reproject the layer, or choose a smaller radius.</source>
            <translation>경계가 {crs}의 범위를 벗어납니다. 레이어를 재투영하거나 반경을 줄이십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/measures/measuring.py" />
            <source>Planar distances need a projected layer, but {crs} is in degrees; choose ellipsoid or auto, or reproject the layer.</source>
            <translation>평면 거리에는 투영된 레이어가 필요하지만 {crs}은(는) 경위도입니다. ellipsoid나 auto를 선택하거나 레이어를 재투영하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/measures/measuring.py" />
            <source>Distances in {crs} (Mercator) are not metres; choose ellipsoid or auto, or reproject the layer to a local system.</source>
            <translation>{crs}(메르카토르)의 거리는 미터가 아닙니다. ellipsoid나 auto를 선택하거나 레이어를 지역 좌표계로 재투영하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <source>Merge clusters</source>
            <translation>클러스터 병합</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <source>Merges neighbouring clusters as WIPO does after review: where their edges are close and the smaller one works with the larger more than with any other cluster or with addresses in none. Every pair of neighbours is listed with its evidence, and each can be switched off.</source>
            <translation>WIPO가 검토 뒤에 하듯 이웃한 클러스터를 병합합니다. 가장자리가 가깝고, 작은 쪽이 다른 어느 클러스터나 클러스터 밖의 주소보다 큰 쪽과 더 많이 협력하는 경우입니다. 이웃한 쌍을 모두 근거와 함께 나열하며, 하나씩 끌 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <source>merge,cluster,co-inventor,co-author,collaboration,wipo,gii</source>
            <translation>병합,클러스터,공동 발명자,공저자,협력,wipo,gii</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <source>The edges of two clusters, their nearest addresses, are at most this far apart, in metres on the ellipsoid. WIPO: 3 to 5 km. 0: none is merged.</source>
            <translation>두 클러스터의 가장자리, 곧 가장 가까운 주소 사이의 최대 거리(타원체 위의 미터). WIPO: 3~5km. 0이면 병합하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Merged clusters</source>
            <translation>병합된 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>The input with merged_id, the number of the cluster after merging: that of the largest of those that became one. Empty for noise.</source>
            <translation>입력과 merged_id, 곧 병합 뒤의 클러스터 번호: 하나가 된 것 가운데 가장 큰 클러스터의 번호. 노이즈이면 빈 값.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>One row per pair of close clusters: cluster_id, the smaller, and into_id, the larger; outcome (merged, or what stands against it: untied, other_cluster, noise, switched_off, chain); chain, its number; distance_m between the edges; records, fractional and pairs, what the two share; strength of their tie in per cent of all ties; for each of the two the other cluster it is tied with most, how strongly, and how strongly with noise.</source>
            <translation>가까운 클러스터 쌍마다 한 행: 작은 쪽 cluster_id와 큰 쪽 into_id, 결과 outcome(merged, 또는 병합을 막는 것: untied, other_cluster, noise, switched_off, chain), 사슬 번호 chain, 가장자리 사이의 거리 distance_m, 둘이 공유한 records, fractional, pairs, 전체 연결에 대한 백분율인 강도 strength, 그리고 양쪽 각각 가장 강하게 연결된 다른 클러스터와 그 강도, 노이즈와의 강도.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <source>Number of merged pairs</source>
            <translation>병합된 쌍의 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <source>The distance must be 0 or more and at most {most} km.</source>
            <translation>거리는 0 이상이고 {most}km 이하여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/mergeclusters.py" />
            <source>There is no cluster {number} in the input; write the numbers that the table of proposals has.</source>
            <translation>입력에 클러스터 {number}이(가) 없습니다. 병합 제안 표에 있는 번호를 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/openrun.py" />
            <source>Open a run</source>
            <translation>실행 결과 열기</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/openrun.py" />
            <source>Shows a run of the command line on Spark, PostGIS or DuckDB: its folder becomes the layers of Innovation clusters, with boundaries and names.</source>
            <translation>명령줄에서 Spark, PostGIS 또는 DuckDB로 실행한 결과를 지도로 보여 줍니다. 결과 폴더가 혁신 클러스터 알고리즘과 같은 레이어가 되며 경계와 이름이 붙습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/openrun.py" />
            <source>run,result,folder,load,spark,duckdb,postgis,distributed,parquet,cluster,ranking</source>
            <translation>실행,결과,폴더,불러오기,spark,duckdb,postgis,분산,parquet,클러스터,순위,run,result,open</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/openrun.py" />
            <source>Folder of the run</source>
            <translation>실행 결과 폴더</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/openrun.py" />
            <source>What python -m innovation_clusters.distributed or Clusters on Spark has written: a folder with run.json, clusters.parquet and sites.parquet. One at hdfs://, s3a:// and the like is copied to this machine first.</source>
            <translation>python -m innovation_clusters.distributed 명령이나 ‘Spark에서 클러스터 찾기’가 쓴 폴더로, run.json, clusters.parquet, sites.parquet가 들어 있습니다. hdfs://, s3a:// 등에 있는 폴더는 먼저 이 컴퓨터로 복사하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/openrun.py" />
            <source>{address} is an address and not a folder of this machine; copy the folder to this machine and choose it there.</source>
            <translation>{address}은(는) 이 컴퓨터의 폴더가 아니라 주소입니다. 폴더를 이 컴퓨터로 복사한 다음 그 폴더를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/openrun.py" />
            <source>There is no folder {folder}; choose the one that a run has written.</source>
            <translation>{folder} 폴더가 없습니다. 실행 결과가 들어 있는 폴더를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/openrun.py" />
            <source>A run of {engine}: {folder}</source>
            <translation>{engine}의 실행 결과: {folder}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>Figures</source>
            <translation>수치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>Neighbours in the ranking, score %</source>
            <translation>순위의 이웃, 점수(%)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>Zones in the cluster</source>
            <translation>클러스터 안의 특구</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>Rank {rank} of {count}</source>
            <translation>{count}개 중 {rank}위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>score {score} %</source>
            <translation>점수 {score} %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>Shares of the world</source>
            <translation>세계 점유율</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>Shares of the total</source>
            <translation>전체 대비 점유율</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>mean of {count} clusters</source>
            <translation>클러스터 {count}개의 평균</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/partners.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Patent applications</source>
            <translation>특허 출원</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/boundaries.outlines.qml" />
            <location filename="../../resources/styles/boundaries.qml" />
            <location filename="../../resources/styles/by_radius.qml" />
            <location filename="../../resources/styles/candidate_areas.qml" />
            <location filename="../../resources/styles/candidate_nodes.qml" />
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/designation_totals.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/radii.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Area, km²</source>
            <translation>면적, km²</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <source>Rank by intensity</source>
            <translation>집약도 순위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <source>Focus</source>
            <translation>중점 분야</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <source>Mixed</source>
            <translation>혼합</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>Change of rank</source>
            <translation>순위 변동</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>Leading organisations, % of the cluster</source>
            <translation>주요 기관, 클러스터 내 비율(%)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>Fields, % of the cluster</source>
            <translation>분야, 클러스터 내 비율(%)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>Leading fields</source>
            <translation>주요 분야</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>now</source>
            <translation>현재</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/cluster_pages.py" />
            <source>before</source>
            <translation>이전</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_layers.py" />
            <source>yes</source>
            <translation>예</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_layers.py" />
            <source>no</source>
            <translation>아니요</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_layers.py" />
            <source>Missing: {facts}.</source>
            <translation>필요한 것: {facts}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_layers.py" />
            <source>The text has no number; it is weighed.</source>
            <translation>문구에 수치가 없어 심의로 정합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_layers.py" />
            <source>The text has no number for this class of province.</source>
            <translation>문구에 이 구분의 시·도에 대한 수치가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>For review</source>
            <translation>심의사항</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Applies</source>
            <translation>해당</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Does not apply</source>
            <translation>해당 없음</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/designation_circles.qml" />
            <source>Cannot tell</source>
            <translation>판단 불가</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/designation_circles.qml" />
            <source>Pass</source>
            <translation>적합</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/designation_circles.qml" />
            <source>Fail</source>
            <translation>부적합</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Read in the original</source>
            <translation>원문 확인</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <source>From the press</source>
            <translation>보도 확인</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <source>No text found</source>
            <translation>근거 미확인</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Check of a designation: {zone_type}</source>
            <translation>지정 기준 검토: {zone_type}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Blue: the smallest circle around all nodes. Purple: from the core node. Dashed: the limits. Red: nodes beyond a limit. North is up.</source>
            <translation>파랑: 모든 거점을 담는 최소 원. 보라: 핵심 거점에서. 점선: 한도. 빨강: 한도를 벗어난 거점. 위가 북쪽입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Requirements</source>
            <translation>지정 요건</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>What is allowed or easier</source>
            <translation>허용·특례 사항</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>For review, without a number</source>
            <translation>심의사항(수치 없음)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Text of the law</source>
            <translation>법령 문구</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>How it was measured</source>
            <translation>측정 방법</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <source>Record of the computation</source>
            <translation>계산 기록</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>province not stated</source>
            <translation>시·도 미지정</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>{province} · {count} nodes · {date}</source>
            <translation>{province} · 거점 {count}개 · {date}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>No rule of this type can be checked by geometry or counts.</source>
            <translation>이 유형에는 도형이나 개수로 판단할 수 있는 요건이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>All requirements that can be checked here are met.</source>
            <translation>여기서 검토할 수 있는 요건을 모두 충족합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Not met, at least in one reading: {rules}.</source>
            <translation>하나 이상의 해석에서 충족하지 못함: {rules}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Nothing fails, but it cannot be told: {rules}.</source>
            <translation>부적합은 없으나 판단할 수 없는 요건이 있음: {rules}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>The smallest circle around all nodes has a radius of {radius} km, its centre at {place}.</source>
            <translation>모든 거점을 담는 최소 원의 반경은 {radius} km이고 중심은 {place}입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>From the core node {core} the farthest node, {node}, is {distance} km away.</source>
            <translation>핵심 거점({core})에서 가장 먼 거점은 {node}(으)로 {distance} km 떨어져 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>The total area is {area} km².</source>
            <translation>총면적은 {area} km²입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/designation_offending.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Rule</source>
            <translation>기준</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/designation_circles.qml" />
            <location filename="../../resources/styles/merges.qml" />
            <source>Outcome</source>
            <translation>결과</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Fact</source>
            <translation>항목</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Number</source>
            <translation>수치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Limit</source>
            <translation>한도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>Margin</source>
            <translation>여유</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/designation_offending.qml" />
            <source>Reading</source>
            <translation>해석</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_guesses.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Confidence</source>
            <translation>확인 정도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_offending.qml" />
            <location filename="../../resources/styles/designation_spokes.qml" />
            <source>Node</source>
            <translation>거점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/heaviest_sites.qml" />
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Latitude</source>
            <translation>위도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/heaviest_sites.qml" />
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Longitude</source>
            <translation>경도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>From the centre of the circle, km</source>
            <translation>원의 중심에서, km</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>From the core node, km</source>
            <translation>핵심 거점에서, km</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/candidate_areas.qml" />
            <location filename="../../resources/styles/candidate_nodes.qml" />
            <location filename="../../resources/styles/density_clusters.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <source>Core</source>
            <translation>핵심</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Running total of the province</source>
            <translation>시·도 누적 면적</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Zone or node</source>
            <translation>특구 또는 거점</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <location filename="../../resources/styles/designation_totals.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Year</source>
            <translation>연도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_totals.qml" />
            <source>Running total, km²</source>
            <translation>누적 면적, km²</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_totals.qml" />
            <source>Limit, km²</source>
            <translation>면적 상한, km²</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_totals.qml" />
            <source>Left, km²</source>
            <translation>남은 면적, km²</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>What is missing to tell</source>
            <translation>판단에 더 필요한 것</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>quoted</source>
            <translation>원문 인용</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>in our words</source>
            <translation>요지</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Law</source>
            <translation>법령</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/national_clusters.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Note</source>
            <translation>비고</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Nodes that are polygons count as a point inside them.</source>
            <translation>폴리곤인 거점은 안쪽의 한 점으로 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Nodes that are polygons count as their centroids.</source>
            <translation>폴리곤인 거점은 중심점으로 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Nodes that are polygons count whole: up to their farthest corners.</source>
            <translation>폴리곤인 거점은 구역 전체, 곧 가장 먼 꼭짓점까지 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>The radius is that of the smallest circle that holds all nodes, computed exactly. Numbers are compared with limits to the millimetre and the square metre. Areas are measured on the ellipsoid; where polygons overlap they count once.</source>
            <translation>반경은 모든 거점을 담는 최소 원의 반경으로, 정확히 계산한 값입니다. 수치는 밀리미터와 제곱미터까지 한도와 비교합니다. 면적은 타원체에서 재고, 폴리곤이 겹치는 곳은 한 번만 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>Stated by the applicant: {facts}.</source>
            <translation>신청인이 적은 사실: {facts}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_report.py" />
            <source>This page checks numbers and is no legal opinion: limits that are not marked as read in the original are to be verified with the authority before an application.</source>
            <translation>이 문서는 수치를 검토한 것으로 법률 의견이 아닙니다. 원문 확인으로 표시되지 않은 한도는 신청 전에 소관 기관에 확인해야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/designation_sketch.py" />
            <source>Nodes, circles and distances</source>
            <translation>거점, 원, 거리</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <location filename="../../scripts/demo.py" />
            <source>Sources: {files}.</source>
            <translation>출처: {files}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <source>inventors</source>
            <translation>발명자</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <source>authors</source>
            <translation>저자</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <source>deals</source>
            <translation>벤처투자 거래</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <source>{kinds} ({layer})</source>
            <translation>{kinds}({layer})</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <location filename="../../scripts/demo.py" />
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <source>Made with {name} {version} on {date}. Basemap: Natural Earth.</source>
            <translation>{date} 제작({name} {version}). 배경 지도: Natural Earth.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <source>Method: density clustering (DBSCAN) after WIPO's Global Innovation Index; the layer does not tell its parameters.</source>
            <translation>방법: WIPO 글로벌 혁신지수에 따른 밀도 군집화(DBSCAN). 레이어에 파라미터가 적혀 있지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <source>Method: WIPO's Global Innovation Index, edition {edition}: density clustering (DBSCAN) on the ellipsoid, with a minimum density proposed from the data. Score: sum of the shares in per cent.</source>
            <translation>방법: WIPO 글로벌 혁신지수 {edition} 판. 타원체 위의 밀도 군집화(DBSCAN), 최소 밀도는 데이터에서 제안된 값. 점수: 점유율(%)의 합.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <source>Method: density clustering (DBSCAN) after WIPO's Global Innovation Index, on the ellipsoid, radius {eps:g} km, minimum density {density:,.0f}. Score: sum of the shares in per cent.</source>
            <translation>방법: WIPO 글로벌 혁신지수에 따른 밀도 군집화(DBSCAN). 타원체에서 반경 {eps:g} km, 최소 밀도 {density:,.0f}. 점수: 점유율(%)의 합.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <location filename="../../scripts/demo.py" />
            <source>Method: WIPO's Global Innovation Index, edition {edition}: density clustering (DBSCAN) on the ellipsoid, radius {eps:g} km, minimum density {density:,.0f}. Score: sum of the shares in per cent.</source>
            <translation>방법: WIPO 글로벌 혁신지수 {edition} 판. 타원체에서 반경 {eps:g} km, 최소 밀도 {density:,.0f}의 밀도 군집화(DBSCAN). 점수: 점유율(%)의 합.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <location filename="../../scripts/demo.py" />
            <source>patent applications</source>
            <translation>특허 출원</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <location filename="../../scripts/demo.py" />
            <source>publications</source>
            <translation>논문</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <location filename="../../scripts/demo.py" />
            <source>venture capital deals</source>
            <translation>벤처투자 거래</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <location filename="../../scripts/demo.py" />
            <source>World totals: {totals}.</source>
            <translation>세계 총량: {totals}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <source>Shares are of the input: no world totals were given.</source>
            <translation>세계 합계가 주어지지 않아 점유율은 입력 데이터에 대한 것입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/map_notes.py" />
            <source>Positions of {count} zones are approximate, within about 2 km; shapes are not boundaries.</source>
            <translation>특구 {count}개의 위치는 약 2 km 이내의 근사값이며, 도형은 실제 경계가 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/merge_proposals.py" />
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>{close} pairs of clusters are close, {merged} of them are merged: {before} clusters become {after}.</source>
            <translation>가까운 클러스터 쌍은 {close}개이고 그중 {merged}개를 병합합니다. 클러스터 {before}개가 {after}개가 됩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/merge_proposals.py" />
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>{close} pairs of clusters are close, and none of them is merged.</source>
            <translation>가까운 클러스터가 {close}쌍 있으나 병합한 쌍은 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/merge_proposals.py" />
            <source>Chain {chain}, joined: {pairs}.</source>
            <translation>사슬 {chain}, 병합: {pairs}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/merge_proposals.py" />
            <source>Chain {chain}, left apart: {pairs}.</source>
            <translation>사슬 {chain}, 병합하지 않음: {pairs}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Zones, clusters and activity</source>
            <translation>특구, 클러스터와 활동</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <source>Zones by score</source>
            <translation>점수순 특구</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <source>No zone holds any of the activity.</source>
            <translation>활동이 있는 특구가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <source>The first {count} of {all} zones by score: the sum of their shares.</source>
            <translation>점수(점유율의 합)가 높은 순서로 특구 {all}개 가운데 {count}개.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <source>{count} of {all} zones hold none of the activity.</source>
            <translation>특구 {all}개 가운데 {count}개에는 활동이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <source>{score} %</source>
            <translation>{score} %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <source>{score} % · {ratio} times as dense as around</source>
            <translation>{score} % · 주변보다 {ratio}배 밀집</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Capital region</source>
            <translation>수도권</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Daejeon</source>
            <translation>대전</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Rest of the country</source>
            <translation>그 외 지역</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Regions</source>
            <translation>권역</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <source>{metric}: per cent of the country</source>
            <translation>{metric}: 전국 대비 퍼센트</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Country</source>
            <translation>전국</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Region</source>
            <translation>권역</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/regions.qml" />
            <source>Area in zones, km²</source>
            <translation>특구에 든 면적, km²</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/regions.qml" />
            <source>Addresses in zones, %</source>
            <translation>특구 안 주소, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Any zone</source>
            <translation>모든 특구</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>No zone</source>
            <translation>특구 밖</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>No place</source>
            <translation>위치 없음</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Type of zone</source>
            <translation>특구 유형</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Area covered, km²</source>
            <translation>덮는 면적, km²</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Score (sum of shares), %</source>
            <translation>점수(점유율의 합), %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>Types of zones</source>
            <translation>특구의 유형별 집계</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <source>Without a type</source>
            <translation>유형 없음</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/overlay_report.py" />
            <source>Addresses of clusters in zones</source>
            <translation>클러스터 주소 가운데 특구 안에 있는 것</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/printing.py" />
            <source>Maps</source>
            <translation>지도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/printing.py" />
            <source>Maps are printed by the plugin; run this from its provider.</source>
            <translation>지도는 플러그인이 인쇄합니다. 플러그인의 공급자에서 실행하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Proposed parameters</source>
            <translation>파라미터 제안</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>What the rule takes at each distance</source>
            <translation>거리마다 규칙이 고른 조합</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>Input</source>
            <translation>입력</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>Method</source>
            <translation>방법</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Nothing can be proposed: at no distance do close addresses outweigh those at extreme distances. Try smaller minimums, or other distances.</source>
            <translation>제안할 수 없습니다. 어느 거리에서도 가까운 주소가 극단적 거리의 주소보다 많지 않습니다. 더 작은 최소 밀도나 다른 거리를 시험하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Proposed: a distance of {eps} km and a minimum density of {density}.</source>
            <translation>제안: 거리 {eps} km, 최소 밀도 {density}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>{clusters} clusters hold {clustered} per cent of the addresses. Close to each other are {close} per cent of all, at extreme distances {extreme} per cent.</source>
            <translation>클러스터 {clusters}개에 주소의 {clustered}%가 있습니다. 전체 주소 가운데 서로 가까운 주소는 {close}%, 극단적 거리에 있는 주소는 {extreme}%입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>The distances tried hardly differ (mean scores within 2 points), as where addresses are known by city only. The data do not decide the distance.</source>
            <translation>시험한 거리 사이에 차이가 거의 없습니다(평균 점수 차 2점 이내). 주소를 도시까지만 알 때 그렇습니다. 이 자료로는 거리가 정해지지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>The k-distances turn up at 0: most places reach the minimum by themselves, as cities do that stand for all of their addresses.</source>
            <translation>k-거리가 0에서 꺾입니다. 도시 하나가 그 도시의 모든 주소를 대신하는 경우처럼 대부분의 지점이 혼자서 최소 밀도를 채웁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>The k-distances turn up at {knee} km.</source>
            <translation>k-거리는 {knee} km에서 꺾입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>The minimum is the smallest or largest that was tried: try others beyond it before using it.</source>
            <translation>시험한 최소 밀도 가운데 가장 작거나 가장 큰 값입니다. 쓰기 전에 그 너머의 값도 시험하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>The distance is the smallest or largest that was tried: try others beyond it before using it.</source>
            <translation>시험한 거리 가운데 가장 작거나 가장 큰 값입니다. 쓰기 전에 그 너머의 값도 시험하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>proposed</source>
            <translation>제안</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>per cent of all addresses</source>
            <translation>전체 주소에 대한 비율(%)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>distance, km</source>
            <translation>거리(km)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>turns up</source>
            <translation>꺾이는 곳</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>k-distances</source>
            <translation>k-거리</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>distance within which {density} lies</source>
            <translation>가중치 {density}가 들어오는 거리</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Clusters against distance</source>
            <translation>거리별 클러스터 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>minimum {density}</source>
            <translation>최소 밀도 {density}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>clusters</source>
            <translation>클러스터 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Close and extreme addresses against the minimum</source>
            <translation>최소 밀도별 가까운 주소와 극단적 거리의 주소</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>close</source>
            <translation>가까움</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>extreme</source>
            <translation>극단적 거리</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>score</source>
            <translation>점수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>minimum</source>
            <translation>최소 밀도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>{part} per cent of the best score</source>
            <translation>최고 점수의 {part}%</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>How far each address has to reach for the proposed minimum, in order. Where the curve is flat addresses are close to each other; where it turns up they are on their own.</source>
            <translation>주소마다 제안한 최소 밀도를 채우려면 얼마나 멀리까지 보아야 하는지를 순서대로 그린 것입니다. 곡선이 평평한 곳의 주소는 서로 가깝고, 꺾여 올라가는 곳의 주소는 홀로 떨어져 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>A number of clusters that hardly changes around the proposal speaks for it; one that falls steeply says that clusters chain together there.</source>
            <translation>제안한 값 둘레에서 클러스터 수가 거의 바뀌지 않으면 제안을 뒷받침합니다. 가파르게 줄면 그 거리에서 클러스터가 사슬처럼 이어진다는 뜻입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Close and extreme addresses against the minimum, at {eps} km</source>
            <translation>최소 밀도별 가까운 주소와 극단적 거리의 주소({eps} km)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>The proposed minimum is the highest at which the score, close minus extreme, is still above the dashed line.</source>
            <translation>제안한 최소 밀도는 점수(가까운 주소에서 극단적 거리의 주소를 뺀 값)가 아직 점선보다 위에 있는 가장 큰 값입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../resources/styles/designation_offending.qml" />
            <location filename="../../resources/styles/links.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Distance, km</source>
            <translation>거리, km</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Minimum</source>
            <translation>최소 밀도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Clustered, %</source>
            <translation>클러스터에 속함, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Close, %</source>
            <translation>가까움, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Extreme, %</source>
            <translation>극단적 거리, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Mean score of the distance</source>
            <translation>거리의 평균 점수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Largest cluster, % of the clustered</source>
            <translation>가장 큰 클러스터(속한 주소 중 %)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Chained clusters</source>
            <translation>사슬로 이어진 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Widest extent, km</source>
            <translation>가장 넓은 범위(km)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>Layer</source>
            <translation>레이어</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>Used</source>
            <translation>사용</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>Rejected</source>
            <translation>제외</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Weight of an address</source>
            <translation>주소 하나의 가중치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Weight together</source>
            <translation>가중치 합계</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>{count} distinct places.</source>
            <translation>서로 다른 지점 {count}개.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>WIPO chose the parameters of its African run through multiple iterations, to minimize the number of points clustered at extreme distances and to maximize the number of points clustered that were close to each other (Global Innovation Index 2024, Appendix IV): 15 km and 300. How either was measured is not written down; the definitions and the rule here are this plugin's.</source>
            <translation>WIPO는 아프리카 분석의 파라미터를 여러 차례 반복해 골랐습니다. 극단적 거리에서 군집화되는 포인트를 가장 적게, 서로 가까이 있으면서 군집화되는 포인트를 가장 많게 하려는 것이었습니다(글로벌 혁신지수 2024, 부록 IV). 결과는 15 km와 300입니다. 둘을 어떻게 쟀는지는 적혀 있지 않습니다. 여기의 정의와 규칙은 이 플러그인의 것입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>Close: an address in a cluster whose place would be core at {close} per cent of the distance too. Extreme: an address more than {extreme} km from the weighted centre of its cluster. Score: close minus extreme, per cent of all addresses. Every pair is clustered exactly (DBSCAN, geodesics on WGS 84).</source>
            <translation>가까움: 거리의 {close}%에서도 핵심점이 되는 지점에 있는, 클러스터에 속한 주소. 극단적 거리: 클러스터의 가중 중심에서 {extreme} km 넘게 떨어진 주소. 점수: 가까운 주소에서 극단적 거리의 주소를 뺀 값(전체 주소에 대한 %). 모든 조합을 정확하게 군집화합니다(DBSCAN, WGS 84 측지선).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>The distance: each is judged by the mean of its scores over all minimums; of those within {tolerance} points of the best the one nearest to {usual} km. The minimum: the highest whose score is at least {keep} per cent of the best at that distance.</source>
            <translation>거리: 거리마다 모든 최소 밀도에 걸친 점수의 평균으로 판단합니다. 가장 좋은 거리와 {tolerance}점 이내인 것 가운데 {usual} km에 가장 가까운 거리를 고릅니다. 최소 밀도: 그 거리의 최고 점수에 대해 {keep}% 이상인 점수를 내는 가장 큰 값입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposal_report.py" />
            <source>The minimum is a choice in the end: sizes of places have no gap in them, so a larger part to keep gives more and smaller clusters. A proposal is a place to start from, not a finding.</source>
            <translation>최소 밀도는 결국 선택의 문제입니다. 지점의 크기에는 끊어지는 곳이 없어서, 유지할 비율을 높이면 더 작은 클러스터가 더 많이 나옵니다. 제안은 출발점이지 결론이 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/proposed_shapes.py" />
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>proposals of zones</source>
            <translation>특구 제안</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/__init__.py" />
            <source>Edition {edition}: {eps} km, minimum density {density} · {date}</source>
            <translation>{edition} 판: {eps} km, 최소 밀도 {density} · {date}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/changes.py" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Earlier rank</source>
            <translation>이전 순위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/changes.py" />
            <source>Ranks gained</source>
            <translation>오른 순위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/changes.py" />
            <source>Compared with the earlier clusters</source>
            <translation>이전 클러스터와의 비교</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/changes.py" />
            <source>Ranks are comparable where the earlier clusters were found by the same method. Compare editions tells what changed in output from what changed in the places.</source>
            <translation>이전 클러스터를 같은 방법으로 찾았을 때 순위를 비교할 수 있습니다. 산출의 변화와 위치의 변화는 ‘판 비교’가 구분해 줍니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/changes.py" />
            <source>Entered the top {count}: {clusters}.</source>
            <translation>상위 {count}위 진입: {clusters}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/changes.py" />
            <source>Left the top {count}: {clusters}.</source>
            <translation>상위 {count}위 이탈: {clusters}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <source>Works with</source>
            <translation>협력 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <source>Shared, as fractions</source>
            <translation>공유(분수 계수)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <source>Made alone, %</source>
            <translation>단독, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <source>With clusters, %</source>
            <translation>다른 클러스터와, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <source>With noise, %</source>
            <translation>클러스터 밖과, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <source>Domestic, %</source>
            <translation>국내, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <source>International, %</source>
            <translation>국제, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <location filename="../../resources/styles/partners.qml" />
            <source>Strongest partner</source>
            <translation>가장 강한 상대</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <source>Collaboration</source>
            <translation>협력</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <source>The {count} pairs of clusters that share most records.</source>
            <translation>레코드를 가장 많이 공유하는 클러스터 {count}쌍입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/collaboration.py" />
            <source>With whom the first {count} clusters work, in per cent of what they make.</source>
            <translation>상위 {count}개 클러스터의 협력 상대로, 산출에 대한 백분율입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <source>Clusters in the top 100</source>
            <translation>상위 100위 안의 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>All clusters</source>
            <translation>전체 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <source>Across a border</source>
            <translation>국경을 넘는 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>{metric}, share %</source>
            <translation>{metric} 점유율, %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <source>Economy or cross-border region</source>
            <translation>경제권 또는 접경 지역</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <location filename="../../resources/styles/economies.qml" />
            <source>Leading cluster</source>
            <translation>선도 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <source>Its rank</source>
            <translation>선도 클러스터의 순위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <source>Its score</source>
            <translation>그 점수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <source>The economies of the addresses are not known.</source>
            <translation>주소의 경제권을 알 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/economies.py" />
            <source>Leading cluster of every economy</source>
            <translation>경제권별 선도 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <source>{metric} per million people</source>
            <translation>인구 100만 명당 {metric}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <source>Rank by size</source>
            <translation>규모 순위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <location filename="../../resources/styles/intensity.qml" />
            <source>Score per 100,000 people</source>
            <translation>인구 100,000명당 점수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <source>{metric} per 100,000 people</source>
            <translation>인구 100,000명당 {metric}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <source>The first {count} by score per million people of the cluster's own area.</source>
            <translation>클러스터 영역 인구 100만 명당 점수 상위 {count}개입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <source>{metric}: the first {count} per million people</source>
            <translation>{metric}: 인구 100만 명당 상위 {count}개</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <source>Among the first {count} by size and by intensity: {clusters}.</source>
            <translation>규모와 집약도 모두 상위 {count}위 안: {clusters}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <source>{count} clusters have no known population and so no intensity.</source>
            <translation>클러스터 {count}개는 인구를 알 수 없어 집약도가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/intensity.py" />
            <source>Of {count} clusters part of the area has no known population; their people are too few.</source>
            <translation>클러스터 {count}개는 영역 일부의 인구를 알 수 없어 인구가 실제보다 적게 집계됩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>merged</source>
            <translation>병합</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>share no record</source>
            <translation>공유 레코드 없음</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>tied more with another cluster</source>
            <translation>다른 클러스터와 더 강하게 연결</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>tied more with addresses in no cluster</source>
            <translation>클러스터 밖 주소와 더 강하게 연결</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>switched off</source>
            <translation>사용자가 제외</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>part of a chain, left apart</source>
            <translation>사슬의 일부로 병합하지 않음</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Pair</source>
            <translation>쌍</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <location filename="../../resources/styles/merges.qml" />
            <source>Smaller cluster</source>
            <translation>작은 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <location filename="../../resources/styles/merges.qml" />
            <source>Larger cluster</source>
            <translation>큰 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <location filename="../../resources/styles/merges.qml" />
            <source>Chain</source>
            <translation>사슬</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Distance between edges, km</source>
            <translation>가장자리 사이의 거리, km</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Tie, % of all</source>
            <translation>연결, 전체 대비 %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <location filename="../../resources/styles/merges.qml" />
            <source>Smaller: strongest other cluster</source>
            <translation>작은 쪽: 가장 강한 다른 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Smaller: tie with it</source>
            <translation>작은 쪽: 그 클러스터와의 연결</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Smaller: with noise</source>
            <translation>작은 쪽: 노이즈와의 연결</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <location filename="../../resources/styles/merges.qml" />
            <source>Larger: strongest other cluster</source>
            <translation>큰 쪽: 가장 강한 다른 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Larger: tie with it</source>
            <translation>큰 쪽: 그 클러스터와의 연결</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Larger: with noise</source>
            <translation>큰 쪽: 노이즈와의 연결</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Clusters with edges within {distance} km became one whatever their ties.</source>
            <translation>가장자리가 {distance} km 이내인 클러스터를 연결과 상관없이 병합했습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Clusters with edges within {distance} km became one whatever their ties: no input has a field for the record, so that ties cannot be counted.</source>
            <translation>가장자리가 {distance} km 이내인 클러스터를 연결과 상관없이 병합했습니다. 어느 입력에도 레코드 필드가 없어 연결을 셀 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Clusters with edges within {distance} km become one where the smaller works with the larger more than with any other cluster.</source>
            <translation>가장자리가 {distance} km 이내인 클러스터는 작은 쪽이 다른 어느 클러스터보다 큰 쪽과 더 많이 협력할 때 하나가 됩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Clusters with edges within {distance} km become one where either works with the other more than with any other cluster.</source>
            <translation>가장자리가 {distance} km 이내인 클러스터는 둘 중 하나라도 다른 어느 클러스터보다 상대와 더 많이 협력할 때 하나가 됩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Clusters with edges within {distance} km become one where each works with the other more than with any other cluster.</source>
            <translation>가장자리가 {distance} km 이내인 클러스터는 둘 다 다른 어느 클러스터보다 상대와 더 많이 협력할 때 하나가 됩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Every shared record counts 1.</source>
            <translation>공유 레코드 하나를 1로 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>A shared record is divided among its addresses.</source>
            <translation>공유 레코드는 주소 수로 나누어 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Every pair of addresses of a shared record counts 1.</source>
            <translation>공유 레코드의 주소 쌍 하나를 1로 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>The pairs of addresses of a shared record add up to 1.</source>
            <translation>공유 레코드의 주소 쌍을 모두 합하여 1로 셉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>The tie must also be stronger than that with all addresses in no cluster.</source>
            <translation>클러스터 밖 주소 전체와의 연결보다도 강해야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Edges are the nearest core places.</source>
            <translation>가장자리는 가장 가까운 핵심 위치입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Chains of three clusters or more are left apart.</source>
            <translation>셋 이상이 이어지는 사슬은 병합하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>A pair is switched off by its numbers in the parameter “Pairs not to merge”.</source>
            <translation>파라미터 ‘병합하지 않을 쌍’에 번호를 적으면 그 쌍은 병합하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>Merging was switched off.</source>
            <translation>병합을 하지 않도록 설정했습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/mergers.py" />
            <source>No two clusters have edges within {distance} km.</source>
            <translation>가장자리가 {distance} km 안에 있는 클러스터가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>inventor addresses</source>
            <translation>발명자 주소</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>addresses, half for all inventors of the world and half for all authors</source>
            <translation>전 세계 발명자에 절반, 저자에 절반을 배분한 주소</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>addresses as they are</source>
            <translation>있는 그대로의 주소</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>Exact density clustering (DBSCAN) with {eps} km, measured as geodesics on the WGS 84 ellipsoid, and a minimum density of {density}, in {unit}.</source>
            <translation>정확한 밀도 기반 군집화(DBSCAN): 거리 {eps} km(WGS 84 타원체의 측지선), 최소 밀도 {density}(단위: {unit}).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>What one address weighs in the density: {weights}.</source>
            <translation>밀도에서 주소 하나의 가중치: {weights}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>A place near core places of several clusters is in the lowest-numbered of them.</source>
            <translation>여러 클러스터의 핵심 위치에 가까운 위치는 번호가 가장 낮은 클러스터에 속합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>A place near core places of several clusters is in that of the nearest.</source>
            <translation>여러 클러스터의 핵심 위치에 가까운 위치는 가장 가까운 핵심 위치의 클러스터에 속합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>Places that are not core are in no cluster.</source>
            <translation>핵심이 아닌 위치는 어느 클러스터에도 속하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>A record is one and is divided among its addresses; what lies outside clusters, or could not be located, counts for none. A share is per cent of the total; the score is the sum of the shares.</source>
            <translation>레코드 하나는 1이며 주소 수로 나눕니다. 클러스터 밖에 있거나 위치를 알 수 없는 몫은 어느 클러스터에도 들어가지 않습니다. 점유율은 총량에 대한 백분율이고, 점수는 점유율의 합입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>A record is one in every cluster it has an address in, so that shares add up to more than the total. A share is per cent of the total; the score is the sum of the shares.</source>
            <translation>레코드는 주소가 있는 클러스터마다 1로 세므로 점유율의 합이 전체를 넘습니다. 점유율은 전체에 대한 백분율이며 점수는 점유율의 합입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>An economy is named where at least 1 per cent of the cluster's output occurred. Boundaries are the union of circles of {buffer} degrees around the places of the cluster.</source>
            <translation>클러스터 산출의 1% 이상이 나온 경제권을 표시합니다. 경계는 클러스터의 지점 둘레에 반경 {buffer}도로 그린 원을 합친 도형입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>After: World Intellectual Property Organization, Global Innovation Index 2024, Appendix IV, and 2025. This is an independent computation and not WIPO's ranking. Names: GeoNames (CC BY 4.0).</source>
            <translation>근거: 세계지식재산기구(WIPO), Global Innovation Index 2024 부록 IV 및 2025. 독립적으로 계산한 결과이며 WIPO의 순위가 아닙니다. 지명: GeoNames (CC BY 4.0).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/method.py" />
            <source>They come from the addresses themselves; Propose parameters shows the evidence.</source>
            <translation>주소 자체에서 얻은 값이며, 근거는 ‘파라미터 제안’에서 볼 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>No cluster reaches the minimum density; try a lower one, or a larger distance.</source>
            <translation>최소 밀도에 이르는 클러스터가 없습니다. 최소 밀도를 낮추거나 거리를 늘려 보십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>Clusters beyond the top {count}</source>
            <translation>상위 {count}위 밖의 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>{count} more clusters are in the ranking table.</source>
            <translation>나머지 클러스터 {count}개는 순위표 레이어에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>Top {count}</source>
            <translation>상위 {count}위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>Part of the ranking</source>
            <translation>순위 구간</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>{metric}, % of the total</source>
            <translation>{metric}, 전체 대비 %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Leading organisation</source>
            <translation>선도 기관</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>{metric}: leading organisation</source>
            <translation>{metric}: 선도 기관</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>{metric}: leading field</source>
            <translation>{metric}: 선도 분야</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>Its share %</source>
            <translation>그 점유율 %</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>Leading organisations and fields</source>
            <translation>선도 기관과 분야</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>No organisations were given, so clusters that one organisation makes up alone (a campus town, or the seat of a funder counted as a place of research) cannot be told.</source>
            <translation>기관이 지정되지 않아, 한 기관만으로 이루어진 클러스터(대학 도시이거나 연구비 지원 기관의 소재지가 연구지로 집계된 경우)를 가려낼 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>{cluster} (rank {rank}): {organisation} alone is {share} per cent of its score.</source>
            <translation>{cluster}({rank}위): {organisation} 한 곳이 점수의 {share}%를 차지합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>No cluster is made up by one organisation alone.</source>
            <translation>한 기관만으로 이루어진 클러스터는 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/ranking.py" />
            <source>These clusters are almost one organisation: a campus town, or the seat of a funder counted as a place of research. Reject funders when preparing the points.</source>
            <translation>거의 한 기관으로 이루어진 클러스터입니다. 대학 도시이거나 연구비 지원 기관의 소재지가 연구지로 집계된 경우입니다. 포인트를 준비할 때 연구비 지원 기관을 제외하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>Check before use</source>
            <translation>사용 전 확인 사항</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>Places of the addresses</source>
            <translation>주소의 위치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>{count} addresses: {reason}</source>
            <translation>주소 {count}개: {reason}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>{sites} places hold the located addresses, {half} of them half; the heaviest: {places}.</source>
            <translation>위치가 확인된 주소는 {sites}개 위치에 있고 그중 {half}개가 절반을 차지합니다. 가장 많은 곳: {places}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>Geocoding quality, an algorithm of its own, lists the suspicious places on a map.</source>
            <translation>의심스러운 위치는 별도 알고리즘 ‘지오코딩 품질’이 지도로 보여 줍니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>given</source>
            <translation>지정한 값</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>the input's own</source>
            <translation>입력 자체의 합계</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <location filename="../../resources/styles/fields.qml" />
            <location filename="../../resources/styles/organisations.qml" />
            <location filename="../../resources/styles/partners.qml" />
            <source>Records</source>
            <translation>레코드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>Total for shares</source>
            <translation>점유율의 기준 총량</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <source>The total is</source>
            <translation>전체의 출처</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/report/sources.py" />
            <location filename="../../resources/styles/rejects.qml" />
            <location filename="../../resources/styles/zone_rejects.qml" />
            <source>Reason</source>
            <translation>사유</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>data set</source>
            <translation>자료</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>encoding</source>
            <translation>인코딩</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>reference system</source>
            <translation>좌표계</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>zone type</source>
            <translation>특구 유형</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>province</source>
            <translation>시·도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>field of the zone id</source>
            <translation>식별자 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>field of the Korean name</source>
            <translation>국문 이름 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>field of the English name</source>
            <translation>영문 이름 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>field of the year</source>
            <translation>연도 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>unit of area</source>
            <translation>면적 단위</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>certain</source>
            <translation>확실</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>probable</source>
            <translation>유력</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>doubtful</source>
            <translation>의심스러움</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>asked for</source>
            <translation>확인 필요</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>Given by the user.</source>
            <translation>사용자가 지정했습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The format is Unicode.</source>
            <translation>유니코드 형식입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>All texts are ASCII: no question.</source>
            <translation>모든 글자가 ASCII라서 물을 것이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The .cpg says {name}.</source>
            <translation>.cpg에 {name}(이)라고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The .cpg says {name}, which is no encoding.</source>
            <translation>.cpg에 {name}(이)라고 있지만 그런 인코딩은 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The .cpg says {name}, in which {read} of {texts} texts can be read, not as Hangul.</source>
            <translation>.cpg에 {name}(이)라고 있지만, 그것으로는 글 {texts}개 중 {read}개만 읽히거나 한글이 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The header of the DBF names a Korean code page.</source>
            <translation>DBF 머리글에 한국어 코드 페이지가 적혀 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>{encoding} reads {read} of {texts} texts that are not ASCII.</source>
            <translation>{encoding}으로 ASCII가 아닌 글 {texts}개 중 {read}개가 읽힙니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The file begins with the mark of this encoding.</source>
            <translation>파일이 이 인코딩의 표시(BOM)로 시작합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The texts had been read as Latin-1; as {encoding} they are Hangul.</source>
            <translation>글이 Latin-1로 잘못 읽혀 있었고, {encoding}으로 읽으면 한글입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The .prj says {crs}.</source>
            <translation>.prj에 {crs}(이)라고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The layer says {crs}.</source>
            <translation>레이어에 {crs}(이)라고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The format prescribes {crs}.</source>
            <translation>형식의 규칙으로 {crs}입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>In {crs} it lies outside Korea.</source>
            <translation>{crs}(으)로는 한국 밖에 놓입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>In {crs} {share} lie in the province they state.</source>
            <translation>{crs}(으)로는 {share}가 밝힌 시·도 안에 놓입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The file name says {crs}.</source>
            <translation>파일 이름에는 {crs}(이)라고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The file does not say its reference system.</source>
            <translation>파일에 좌표계가 적혀 있지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The .prj cannot be understood.</source>
            <translation>.prj를 이해할 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The shapefile has no .dbf, so no attributes.</source>
            <translation>쉐이프파일에 .dbf가 없어 속성이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>There are no coordinates.</source>
            <translation>좌표가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>In no known reference system does it lie in Korea, in the provinces it states.</source>
            <translation>알려진 어느 좌표계로도 한국의 밝힌 시·도 안에 놓이지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The file name says {crs}, and nothing tells these systems apart.</source>
            <translation>파일 이름에는 {crs}(이)라고 있고, 이 좌표계들을 구별할 다른 근거가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>{systems} fit alike.</source>
            <translation>{systems}이(가) 똑같이 맞습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>Latitude and longitude have changed places.</source>
            <translation>위도와 경도가 바뀌어 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>{share} lie on Korean land.</source>
            <translation>{share}가 한국 땅에 놓입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>{share} lie in the province they state.</source>
            <translation>{share}가 밝힌 시·도 안에 놓입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>Fields {fields}.</source>
            <translation>필드 {fields}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The file name says {dataset}.</source>
            <translation>파일 이름에는 {dataset}(이)라고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>By the file name; the fields do not tell.</source>
            <translation>파일 이름으로 알았습니다. 필드로는 알 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>Neither fields nor file name are those of a known data set.</source>
            <translation>필드도 파일 이름도 알려진 자료의 것이 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The column {field} has the most Korean texts.</source>
            <translation>{field} 열에 한글이 가장 많습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>By the name of the field.</source>
            <translation>필드 이름으로 알았습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>There is no field for it.</source>
            <translation>해당하는 필드가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>{count} rows have none.</source>
            <translation>{count}행에는 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>{field} says another type in {count} rows.</source>
            <translation>{count}행에서 {field}이(가) 다른 유형을 가리킵니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The layer {layer} is {name}.</source>
            <translation>레이어 {layer}은(는) {name}입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>{source}: {count} rows.</source>
            <translation>{source}: {count}행.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>These are no zones of the catalogue.</source>
            <translation>목록에 있는 특구가 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The codes in {field} are those of {system}.</source>
            <translation>{field}의 코드는 {system}의 것입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The file name says {sido}.</source>
            <translation>파일 이름에는 {sido}(이)라고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>{count} rows state none; they get it by place, away from borders.</source>
            <translation>{count}행은 밝히지 않아, 경계에서 떨어져 있으면 위치로 정합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The field is called {field}.</source>
            <translation>필드 이름이 {field}입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>By the size of the numbers in {field}.</source>
            <translation>{field}에 있는 수의 크기로 정했습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The file cannot be read.</source>
            <translation>파일을 읽을 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The file promises rows that it does not hold.</source>
            <translation>파일에 있다는 행이 실제로는 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The table has no columns of latitude and longitude.</source>
            <translation>표에 위도와 경도 열이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <location filename="../../processing_algorithms/wording.py" />
            <source>The row has no geometry.</source>
            <translation>도형이 없는 행입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The geometry is empty.</source>
            <translation>도형이 비어 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <location filename="../../processing_algorithms/wording.py" />
            <source>A coordinate is NaN or infinite.</source>
            <translation>좌표가 NaN이거나 무한대입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The reference system is not known; the guesses tell which fit. Set it.</source>
            <translation>좌표계를 알 수 없습니다. 맞는 것들은 추정 표에 있습니다. 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>In this reference system it does not lie on the globe.</source>
            <translation>이 좌표계로는 지구 위에 놓이지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>It is a line; zones are polygons or points.</source>
            <translation>라인입니다. 특구는 폴리곤이나 포인트입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <location filename="../../processing_algorithms/wording.py" />
            <source>The row has several points; split it into one row each.</source>
            <translation>한 행에 포인트가 여럿입니다. 행마다 포인트 하나로 나누십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The polygon encloses nothing.</source>
            <translation>폴리곤이 아무것도 둘러싸지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The polygon is narrower than half a metre.</source>
            <translation>폴리곤의 폭이 0.5미터보다 좁습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>The same zone with the same shape was read before.</source>
            <translation>같은 모양의 같은 특구를 이미 읽었습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/outputs/zone_sentences.py" />
            <source>It is a point among polygons; the output Nodes takes it.</source>
            <translation>폴리곤 사이의 포인트입니다. 거점 출력을 켜면 그리로 갑니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <location filename="../../scripts/demo.py" />
            <source>Prepare points</source>
            <translation>포인트 준비</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>Turns a table or layer into address points that can be clustered. Rows that cannot be used go to a second output, each with the reason: rows in are points plus rejects.</source>
            <translation>테이블이나 레이어를 군집화할 수 있는 주소 포인트로 바꿉니다. 쓸 수 없는 행은 사유와 함께 두 번째 산출 레이어로 갑니다: 입력 행 = 포인트 + 제외된 행.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>points,table,csv,coordinates,address,clean,reject,geocoding,prepare</source>
            <translation>포인트,테이블,csv,좌표,주소,정리,제외,지오코딩,준비,points,prepare</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>A point layer, or a table with two columns of coordinates; also the path of a Parquet or CSV file, or of a folder of Parquet files. All its fields are kept. Heights and measures of points are dropped, multipoints with one point count as that point.</source>
            <translation>포인트 레이어, 또는 좌표 열이 두 개 있는 표입니다. Parquet나 CSV 파일의 경로, Parquet 파일이 든 폴더의 경로도 됩니다. 필드는 모두 유지됩니다. 포인트의 높이와 측정값은 버리고, 포인트가 하나인 멀티포인트는 그 포인트로 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>What an address belongs to: the number of a patent application, article or deal. Copied to the field record; rows without are rejected.</source>
            <translation>주소가 속한 특허 출원, 논문, 거래의 번호. record 필드로 복사하며, 없는 행은 제외합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>How much an address counts, 0 or more. Copied to the field weight; rows without a number are rejected.</source>
            <translation>주소의 가중치(0 이상). weight 필드로 복사하며, 숫자가 없는 행은 제외합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>The two-letter code of the economy that the address states (KR, US). Copied in capitals to the field economy; other forms are rejected, empty ones stay empty.</source>
            <translation>주소에 적힌 경제권의 두 글자 코드(KR, US). 대문자로 economy 필드에 복사합니다. 다른 형식은 제외하고, 빈 값은 비워 둡니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>The applicant, institution or firm, by name or ROR identifier. Copied to organisation.</source>
            <translation>출원인, 연구기관 또는 기업의 이름이나 ROR 식별자. organisation 필드로 복사합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>Exclude rows where</source>
            <translation>제외할 행의 조건</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>A condition, such as "status" = 'withdrawn'; rows for which it is true are rejected.</source>
            <translation>"status" = 'withdrawn'과 같은 조건. 참인 행은 제외합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>Reject organisations that only pay</source>
            <translation>연구비만 대는 기관 제외</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>Foundations and funding consortia stand in publication data where they paid for the work; none was done at their seat. Known ones, by exact name or ROR identifier, are rejected. Needs the organisation.</source>
            <translation>재단이나 연구비 지원 컨소시엄은 연구비를 냈다는 이유로 논문 자료에 나타나지만 그 소재지에서 연구가 이루어진 것은 아닙니다. 이름이나 ROR 식별자가 정확히 일치하는 알려진 기관을 제외합니다. 기관 필드가 필요합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>Outlines to check the stated economy against. Needs the economy.</source>
            <translation>적혀 있는 경제권을 대조할 국가 폴리곤. 경제권 필드가 필요합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>Points in longitude and latitude (EPSG:4326) with all fields of the input, and record, weight, economy and organisation where they are chosen. A field of the input that has one of these names already is called source_… then.</source>
            <translation>입력의 모든 필드와, 선택한 경우 record, weight, economy, organisation 필드를 담은 경위도(EPSG:4326) 포인트. 입력에 같은 이름의 필드가 이미 있으면 source_…로 이름을 바꿉니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>The other rows, with their fields and geometry as they were; reason, a short code; reason_text, a sentence; and row, the number of the row in the input, from 1.</source>
            <translation>필드와 도형이 원래대로인 나머지 행. reason은 짧은 코드, reason_text는 문장, row는 입력의 행 번호(1부터)입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>Number of address points</source>
            <translation>주소 포인트 개수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>Number of rejects</source>
            <translation>제외된 행 개수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>The condition cannot be read: {problem}. Mend it in the expression dialog.</source>
            <translation>조건을 해석할 수 없습니다: {problem}. 표현식 대화창에서 고치십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>The input has no field {field}; use one that it has.</source>
            <translation>입력에 {field} 필드가 없습니다. 있는 필드를 쓰십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>The condition cannot be evaluated in row {row}: {problem}. Mend it, or the row.</source>
            <translation>{row}번째 행에서 조건을 계산할 수 없습니다: {problem}. 조건이나 그 행을 고치십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>{output} has {count} rows instead of {expected}.</source>
            <translation>{output}의 행이 {expected}개가 아니라 {count}개입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>{rows} rows in = {points} points + {rejects} rejects.</source>
            <translation>입력 {rows}행 = 포인트 {points}개 + 제외된 행 {rejects}개.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>{count} points have heights, which are dropped.</source>
            <translation>포인트 {count}개의 Z(높이) 값을 버렸습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>{count} points have measures, which are dropped.</source>
            <translation>포인트 {count}개의 M 값을 버렸습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>{count} rows repeat the record and coordinate of another; they are kept.</source>
            <translation>{count}개 행이 다른 행과 레코드와 좌표가 같습니다. 그대로 둡니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>{count} addresses state an economy of which there is no outline; they are kept unchecked.</source>
            <translation>주소 {count}개의 경제권에 해당하는 국가 폴리곤이 없어 확인하지 않고 둡니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/preparepoints.py" />
            <source>Not one row can be used; the rejects tell why.</source>
            <translation>쓸 수 있는 행이 하나도 없습니다. 사유는 제외된 행에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Propose parameters</source>
            <translation>파라미터 제안</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Proposes the distance and the minimum density for the clusters of a country or region, after the two aims by which WIPO chose them for Africa: few addresses clustered at extreme distances, many close to each other. Shows the evidence: every pair that was tried, the k-distances, a report.</source>
            <translation>한 나라나 지역의 클러스터에 쓸 거리와 최소 밀도를 제안합니다. WIPO가 아프리카에서 파라미터를 고른 두 목표, 곧 극단적 거리에서 군집화되는 주소는 적게, 서로 가까운 주소는 많게 하는 것을 따릅니다. 시험한 모든 조합, k-거리, 보고서를 근거로 보여 줍니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>parameters,eps,minimum density,k-distance,national,regional,dbscan,sensitivity</source>
            <translation>파라미터,파라미터(파라미터),eps,최소 밀도,k-거리,국가,지역,dbscan,민감도,parameters,k-distance</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Points of inventors' addresses, as for Innovation clusters.</source>
            <translation>발명자 주소의 포인트. 혁신 클러스터에 쓰는 것과 같습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Inventors: number of addresses in the row</source>
            <translation>발명자: 행의 주소 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Points of authors' addresses, as for Innovation clusters.</source>
            <translation>저자 주소의 포인트. 혁신 클러스터에 쓰는 것과 같습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Authors: number of addresses in the row</source>
            <translation>저자: 행의 주소 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Points of funded firms. Only where Innovation clusters will let deals into the density too; leave it empty otherwise.</source>
            <translation>투자받은 기업의 포인트. 혁신 클러스터에서도 거래를 밀도에 포함할 때만 주고, 아니면 비워 두십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Deals: number of deals in the row</source>
            <translation>거래: 행의 거래 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Weight of an author's address</source>
            <translation>저자 주소의 가중치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>In addresses of inventors, as for Innovation clusters; use the same in both. The default gives all inventors and all authors of the world the same weight.</source>
            <translation>발명자 주소를 단위로 하며 혁신 클러스터와 같습니다. 두 곳에 같은 값을 쓰십시오. 기본값은 세계의 모든 발명자와 모든 저자에게 같은 무게를 줍니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Distances to try, km</source>
            <translation>시험할 거리(km)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Kilometres, with commas between them. A single one is kept, and only the minimum proposed.</source>
            <translation>킬로미터 값을 쉼표로 나누어 쓰십시오. 하나만 쓰면 그 거리를 그대로 두고 최소 밀도만 제안합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Minimum densities to try</source>
            <translation>시험할 최소 밀도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>In addresses of inventors, with commas between them. Empty: round numbers from 0.05 to 5 per cent of all.</source>
            <translation>발명자 주소 단위의 값을 쉼표로 나누어 쓰십시오. 비워 두면 전체의 0.05~5%에 드는 어림수를 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Close: within this part of the distance, %</source>
            <translation>가까움: 거리의 이 비율 이내(%)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>An address is close to others where its place would be core at this part of the distance too: it then does not hang on what lies at the rim.</source>
            <translation>거리의 이 비율에서도 지점이 핵심점이 되면 그 주소는 다른 주소와 가깝습니다. 가장자리에 있는 것에 기대지 않는다는 뜻입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Extreme distance</source>
            <translation>극단적 거리</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>A member of a cluster is at an extreme distance when it is more than this away from the weighted centre of the cluster.</source>
            <translation>클러스터의 가중 중심에서 이보다 멀리 있는 주소는 극단적 거리에 있는 것으로 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Usual distance</source>
            <translation>통상 거리</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>The distance to keep to unless another is better by more than the tolerance. WIPO keeps 15 km, so that editions and regions can be compared.</source>
            <translation>다른 거리가 허용 폭보다 더 낫지 않으면 유지할 거리. WIPO는 판과 지역을 비교할 수 있도록 15 km를 유지합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Tolerance of the distance, points</source>
            <translation>거리의 허용 폭(점)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>By how much the mean score of another distance must be better for the usual one to give way.</source>
            <translation>다른 거리의 평균 점수가 이보다 더 높아야 통상 거리를 대신합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Part of the best score to keep, %</source>
            <translation>유지할 최고 점수의 비율(%)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>The proposed minimum is the highest whose score is at least this part of the best one at the distance. More gives smaller minimums, and more and smaller clusters.</source>
            <translation>제안하는 최소 밀도는 그 거리의 최고 점수에 대해 이 비율 이상인 점수를 내는 가장 큰 값입니다. 비율을 높이면 최소 밀도가 작아지고 더 작은 클러스터가 더 많이 나옵니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>As for Innovation clusters: which cluster a place gets that is not core but near a core one.</source>
            <translation>혁신 클러스터와 같습니다. 핵심점은 아니지만 핵심점 가까이 있는 지점이 어느 클러스터에 속하는지 정합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Measure core distances</source>
            <translation>핵심 거리 재기</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Of every pair that is tried. They are evidence and do not decide; without them a run on a hundred thousand places takes a tenth of the time.</source>
            <translation>시험하는 조합마다 잽니다. 근거일 뿐 제안을 바꾸지 않습니다. 재지 않으면 지점이 십만 개일 때 시간이 십분의 일로 줄어듭니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Candidates</source>
            <translation>후보</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Every pair that was tried: eps in metres, min_density, clusters, clustered (weight). Per cent of all: share_clustered, share_core, share_close, share_extreme, score (close minus extreme); mean_score of the distance; share_largest, of the clustered; extent_km, the greatest distance of a member from its centre; chained, clusters with members at extreme distances; joined, clusters of the next higher minimum that are one with another here; core_distance_50 and _90, metres that half and nine tenths of the core weight need to reach the minimum; choice, the order in which the rule takes one pair at each distance; proposed, 1 or 0.</source>
            <translation>시험한 모든 조합. eps(미터), min_density, clusters, clustered(가중치). 전체에 대한 %: share_clustered, share_core, share_close, share_extreme, score(가까움에서 극단적 거리를 뺀 값). mean_score는 거리의 평균 점수, share_largest는 클러스터에 속한 주소 가운데 가장 큰 클러스터의 비율, extent_km는 중심에서 가장 먼 주소까지의 거리, chained는 극단적 거리의 주소가 있는 클러스터, joined는 한 단계 높은 최소 밀도의 클러스터 가운데 여기서 다른 것과 하나가 된 수, core_distance_50과 _90은 핵심 가중치의 절반과 십분의 구가 최소 밀도를 채우는 거리(미터), choice는 규칙이 거리마다 하나씩 고르는 순서, proposed는 1 또는 0입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Curve of k-distances</source>
            <translation>k-거리 곡선</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>The k-distance curve for the proposed minimum, up to the largest distance tried, of at most 500 rows: share, per cent of all addresses whose core_distance, in metres, is at most that of the row; knee, 1 where the curve turns up.</source>
            <translation>제안한 최소 밀도의 k-거리 곡선. 시험한 가장 큰 거리까지이며 500행 이하입니다. share는 핵심 거리 core_distance(미터)가 그 행의 값 이하인 주소의 비율(%), knee는 곡선이 꺾이는 곳에서 1입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>The proposal with its charts, the runners-up, the account of the input and the method.</source>
            <translation>제안과 차트, 차점 조합, 입력 자료의 처리 내역, 방법.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Proposed distance, metres; 0, which Innovation clusters refuses, where there is none</source>
            <translation>제안한 거리(미터). 없으면 혁신 클러스터가 받지 않는 0</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Proposed minimum density; 0 where there is none</source>
            <translation>제안한 최소 밀도. 없으면 0</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Give at least one distance above 0 and none above {longest} km.</source>
            <translation>0보다 큰 거리를 하나 이상 주고 {longest} km를 넘지 않게 하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Give a part above 0 and at most 100 per cent.</source>
            <translation>0보다 크고 100% 이하인 비율을 주십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>Trying distances and minimum densities</source>
            <translation>거리와 최소 밀도를 시험하는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposeparameters.py" />
            <source>{layer}: {count} rows take no part. {reason}</source>
            <translation>{layer}: {count}행을 제외했습니다. {reason}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Propose zones</source>
            <translation>특구 제안</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Where a zone would serve best: the circle of a radius that holds most, exactly, and the next best that do not overlap; belts of a width along the densest axis, straight and bent, beside the circle; and the best choice of candidate nodes (거점) under the radius and a limit of area, with how much better any other could be.</source>
            <translation>특구를 두기 가장 좋은 곳: 주어진 반경으로 가장 많이 담는 원(정확한 해)과 이와 겹치지 않는 다음 원들, 가장 밀집한 축을 따르는 주어진 폭의 벨트(곧은 것과 굽은 것)와 원의 비교, 반경과 면적 상한 안에서 가장 좋은 거점 조합과 다른 조합이 더 나을 수 있는 한도.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>zone,location,circle,radius,belt,corridor,nodes,designation,optimum</source>
            <translation>특구,입지,원,반경,벨트,회랑,거점,지정,최적</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>What a zone should hold: points of one country, of addresses, firms or sites.</source>
            <translation>특구에 담을 것: 한 나라의 주소, 기업 또는 지점 포인트.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Radius</source>
            <translation>반경</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Of the circles, in metres. National innovation clusters have 20 km, in metropolitan cities 10 km.</source>
            <translation>원의 반경(미터). 국가혁신클러스터는 20 km, 광역시는 10 km입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Circles</source>
            <translation>원의 개수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>How many circles that do not overlap. They are taken one after the other, each the best beside those before it; other circles may hold more together, but no more than so many times what the first holds. The log tells both numbers.</source>
            <translation>서로 겹치지 않는 원의 개수. 앞의 원과 겹치지 않는 가장 좋은 원을 하나씩 고릅니다. 다른 원들이 모두 합쳐 더 많이 담을 수도 있지만, 첫 원이 담는 것의 개수 배를 넘지는 못합니다. 로그에 두 수치를 모두 적습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Centres of circles</source>
            <translation>원의 중심</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Anywhere</source>
            <translation>어디든</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>anywhere: no place is better. nodes: each circle has a candidate node as its centre.</source>
            <translation>anywhere: 어디든 두며, 더 나은 곳은 없습니다. nodes: 후보 거점을 중심으로 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Area limit of nodes (km²)</source>
            <translation>거점의 면적 상한(km²)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>The areas of chosen nodes add up to no more. National innovation clusters have 15 km².</source>
            <translation>고른 거점의 면적을 더한 값의 상한. 국가혁신클러스터는 15 km²입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Radius of nodes</source>
            <translation>거점의 반경 기준</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Any circle around all nodes</source>
            <translation>거점을 모두 담는 원</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Circle around the core node</source>
            <translation>핵심 거점을 중심으로 한 원</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>enclosing: any circle of the radius holds all chosen nodes. core: the circle round one of them, the core, does.</source>
            <translation>enclosing: 고른 거점을 모두 담는 그 반경의 원이 있습니다. core: 거점 하나(핵심 거점)를 중심으로 한 원이 모두 담습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Width of belts</source>
            <translation>벨트의 폭</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>In metres. 0: no belts are proposed.</source>
            <translation>미터 단위. 0이면 벨트를 제안하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Length of belts</source>
            <translation>벨트의 길이</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>In metres. 0: so long that a belt has the area of the circle.</source>
            <translation>미터 단위. 0이면 원과 면적이 같아지는 길이로 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Proposed zones</source>
            <translation>제안된 특구</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Polygons. shape: circle, nodes (the circle of the chosen ones), rectangle or path; place among circles; name of the node; weight inside and per cent of all (share); bound: no circle of the radius, no choice of nodes holds more; area_km2, of nodes their own; weight per square kilometre (density); length_km, width_km, bearing from north; elongation of the shape, and of what it holds (spread); gain: more or less than the first circle, and in per cent; longitude, latitude of the centre; reach_km from there to the farthest point held.</source>
            <translation>폴리곤. shape: circle(원), nodes(고른 거점의 원), rectangle(곧은 벨트), path(굽은 벨트). place: 원의 차례. name: 거점의 이름. weight: 안의 가중치, share: 전체에서 차지하는 퍼센트. bound: 그 반경의 어떤 원도, 어떤 거점 조합도 이보다 많이 담지 못합니다. area_km2: 면적(거점은 거점 면적의 합). density: 제곱킬로미터당 가중치. length_km, width_km, bearing(북쪽에서 잰 방향). elongation: 도형의 길쭉함, spread: 담은 것의 길쭉함. gain, gain_percent: 첫 원보다 많거나 적은 양과 퍼센트. longitude, latitude: 중심. reach_km: 중심에서 담은 가장 먼 포인트까지의 거리.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Comparison of shapes</source>
            <translation>도형 비교</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>The same as a table.</source>
            <translation>같은 내용의 표.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Candidate nodes, chosen or not</source>
            <translation>후보 거점의 선택 결과</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>The candidate nodes with: chosen; core; value, what is in it and counted for it; node_km2. Needs nodes.</source>
            <translation>후보 거점에 더한 필드: chosen(선택 여부), core(핵심 거점), value(거점에 들어 거점의 것으로 센 값), node_km2(면적). 거점이 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Weight in the first circle</source>
            <translation>첫 원 안의 가중치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>The radius must be greater than 0 and at most 500 km.</source>
            <translation>반경은 0보다 크고 500 km 이하여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>The belt would be wider than long; give a smaller width.</source>
            <translation>벨트의 폭이 길이보다 큽니다. 폭을 줄이십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Choose the nodes that circles are to have as centres.</source>
            <translation>원의 중심이 될 거점을 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>The area must be greater than 0.</source>
            <translation>면적은 0보다 커야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Distances are measured in a plane that shows none of them shorter, and none more than {metres} m in {radius} km longer.</source>
            <translation>거리는 어떤 거리도 짧게 나타내지 않고 {radius} km에서 길어도 {metres} m까지만 길게 나타내는 평면에서 잽니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>Nothing that has a weight can be held; check the weights and nodes.</source>
            <translation>담을 수 있는 것 가운데 가중치가 있는 것이 없습니다. 가중치와 거점을 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>The first circle holds {weight} of {total}; no circle of this radius holds more than {bound}.</source>
            <translation>첫 원은 {total} 가운데 {weight}을(를) 담습니다. 이 반경의 어떤 원도 {bound}보다 많이 담지 못합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>{count} rows have no usable place and take no part.</source>
            <translation>행 {count}개는 쓸 수 있는 위치가 없어 계산에서 빠집니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>The points lie more than {most} km from their middle; choose those of one country.</source>
            <translation>포인트가 그 중심에서 {most} km 넘게 떨어져 있습니다. 한 나라의 포인트만 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>The {count} circles together hold {weight}; no other {count} hold more.</source>
            <translation>원 {count}개가 모두 {weight}을(를) 담습니다. 다른 어떤 원 {count}개도 이보다 많이 담지 못합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>The {count} circles together hold {weight}. They were taken one after the other, each the best beside those before it: another {count} may hold more together, but none more than {most}.</source>
            <translation>원 {count}개가 모두 {weight}을(를) 담습니다. 앞의 원과 겹치지 않는 가장 좋은 원을 하나씩 골랐으므로 다른 원 {count}개가 더 많이 담을 수도 있지만, {most}보다 많이 담지는 못합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>{count} of {all} nodes with {area} km² hold {value}; no other choice holds more.</source>
            <translation>거점 {all}개 가운데 {count}개, {area} km²가 {value}을(를) 담습니다. 이보다 많이 담는 조합은 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/proposezone.py" />
            <source>{count} of {all} nodes with {area} km² hold {value}; no other choice holds more than {bound}.</source>
            <translation>거점 {all}개 가운데 {count}개, {area} km²가 {value}을(를) 담습니다. 어떤 조합도 {bound}보다 많이 담지 못합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>Sites to load at most</source>
            <translation>불러올 지점의 최대 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>Where there are more distinct places, those in no cluster are left where they are; where those of clusters are more too, the output Sites stays away. The log tells.</source>
            <translation>서로 다른 지점이 이보다 많으면 클러스터에 속하지 않은 지점은 불러오지 않습니다. 클러스터에 속한 지점도 이보다 많으면 지점 출력을 만들지 않습니다. 로그에 알립니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>Boundaries with rank, names, economies, counts, shares of the totals in per cent, score and focus.</source>
            <translation>순위, 이름, 경제권, 건수, 총량 대비 점유율(%), 점수, 중점 분야를 담은 경계.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>Reading the result</source>
            <translation>결과 읽는 중</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>All tables</source>
            <translation>모든 테이블</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>Of {sites} places, more than {most}, only the {members} in clusters are loaded; all of them are in the folder of the result. A higher number of sites to load at most loads more.</source>
            <translation>지점 {sites}곳이 {most}곳보다 많아 클러스터에 속한 {members}곳만 불러옵니다. 모든 지점은 결과 폴더에 있으며, ‘불러올 지점의 최대 수’를 높이면 더 불러옵니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/run_algorithm.py" />
            <source>No places are loaded: {sites}, of which {members} in clusters, are more than {most}. All of them are in the folder of the result. A higher number of sites to load at most loads more.</source>
            <translation>지점을 불러오지 않습니다. 지점 {sites}곳 가운데 클러스터에 속한 {members}곳도 {most}곳보다 많습니다. 모든 지점은 결과 폴더에 있으며, ‘불러올 지점의 최대 수’를 높이면 더 불러옵니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Score clusters</source>
            <translation>클러스터 점수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Shares of the world, score, rank, focus and tier of clusters, from clustered addresses or from counts per cluster, and what part of the world's output the first clusters hold.</source>
            <translation>클러스터가 매겨진 주소나 클러스터별 건수에서 세계 점유율, 점수, 순위, 중점 분야, 등급을 구하고, 상위 클러스터가 세계 산출의 얼마를 차지하는지 보여 줍니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>score,rank,share,focus,tier,concentration,wipo,gii,cluster</source>
            <translation>점수,순위,점유율,중점 분야,등급,집중도,wipo,gii,클러스터,score,rank</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Clusters or addresses</source>
            <translation>클러스터 또는 주소</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Either a table or layer with one row per cluster and fields with its counts, or one with a row per address and a field with its cluster.</source>
            <translation>클러스터마다 한 행에 건수 필드가 있는 테이블이나 레이어, 또는 주소마다 한 행에 소속 클러스터 필드가 있는 테이블이나 레이어.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>First clusters</source>
            <translation>상위 클러스터 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>How many of the first clusters the table of concentration adds up: numbers with commas.</source>
            <translation>집중도 표에서 합산할 상위 클러스터의 수. 쉼표로 구분합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Scored clusters</source>
            <translation>점수가 매겨진 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Counts: the input with share_patents, share_publications, share_deals (per cent of the totals), score (their weighted sum), rank (equal scores share the better one), focus (the metric with 60 per cent or more of the sum of shares, else mixed), tier (1-25, 26-50, 51-75, 76-100, beyond) and, with a population, intensity (score per million people) and intensity_rank. Addresses: one row per cluster in the order of rank, with its counts and economies before these.</source>
            <translation>건수: 입력에 share_patents, share_publications, share_deals(총량 대비 %), score(가중 합), rank(점수가 같으면 더 높은 순위를 함께 씀), focus(점유율 합의 60% 이상인 지표, 없으면 mixed), tier(1-25, 26-50, 51-75, 76-100, beyond)를 더하고, 인구가 있으면 intensity(인구 백만 명당 점수)와 intensity_rank도 더합니다. 주소: 순위 순으로 클러스터마다 한 행이며, 건수와 경제권이 그 앞에 옵니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Concentration</source>
            <translation>집중도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>What the clusters up to rank top (empty: all), so many clusters, hold of the totals, and of the score that the whole world would have, in per cent.</source>
            <translation>순위 top까지의 클러스터(비어 있으면 전체)와 그 수 clusters, 총량과 세계 전체 점수에서 차지하는 비율(%).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Counts: patents</source>
            <translation>건수: 특허</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Counts: publications</source>
            <translation>건수: 논문</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Counts: venture capital deals</source>
            <translation>건수: 벤처투자 거래</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>The field with the count of every cluster, 0 or more. Empty: not scored.</source>
            <translation>클러스터별 건수(0 이상)가 있는 필드. 비워 두면 점수에 넣지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Counts: population</source>
            <translation>건수: 인구</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>The field with the people of every cluster, for the intensity; unknown where it is empty.</source>
            <translation>집약도를 구할 클러스터별 인구 필드. 비어 있는 곳은 알 수 없음으로 둡니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Addresses: cluster</source>
            <translation>주소: 클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>The field with the cluster of every address, a number or text. Where it is empty, or the number -1, the address is in no cluster: it is part of its record and of the totals.</source>
            <translation>주소마다 소속 클러스터가 있는 필드(숫자 또는 텍스트). 비어 있거나 -1인 주소는 클러스터에 속하지 않지만 그 건과 총량에는 포함됩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Addresses: metric</source>
            <translation>주소: 지표</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>What all records of the layer are, where no field says it.</source>
            <translation>지표 필드가 없을 때 레이어의 모든 레코드가 무엇인지.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Addresses: metric field</source>
            <translation>주소: 지표 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>For addresses of several metrics in one layer, as Merge vector layers makes it: the field that says patents (or inventors), publications (or authors) or deals.</source>
            <translation>[벡터 레이어 병합]처럼 여러 지표의 주소를 한 레이어에 담은 경우: patents(또는 inventors), publications(또는 authors), deals가 적힌 필드.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Addresses: record</source>
            <translation>주소: 건</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Addresses: number in the row</source>
            <translation>주소: 행의 주소 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Addresses: records in the row</source>
            <translation>주소: 행에 든 레코드 수</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Addresses: economy</source>
            <translation>주소: 경제권</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>The two-letter code of the economy, for the economies of every cluster.</source>
            <translation>클러스터별 경제권을 구할 두 글자 경제권 코드.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>fractional: a record is one and divided among its addresses, as WIPO counts. full: it is one in every cluster it has an address in, so that counts may add up to more than the total. Counts that are given must have been made in the way that is chosen here.</source>
            <translation>fractional: 한 건을 1로 보고 주소에 나눕니다. WIPO의 방식입니다. full: 주소가 있는 클러스터마다 1로 세므로 합이 총량보다 클 수 있습니다. 건수를 입력할 때는 여기서 고른 방식으로 센 것이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Weight of patents in the score</source>
            <translation>점수에서 특허의 가중치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Weight of publications in the score</source>
            <translation>점수에서 논문의 가중치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Weight of deals in the score</source>
            <translation>점수에서 거래의 가중치</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>What the share is multiplied by in the score, 0 or more. WIPO weighs all equally.</source>
            <translation>점수를 낼 때 점유율에 곱하는 수(0 이상). WIPO는 모두 같게 둡니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Without records nothing can be counted in full; choose fractional.</source>
            <translation>레코드가 없으면 온전히 셀 수 없습니다. fractional을 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Choose the cluster of addresses or fields with counts, and not both.</source>
            <translation>주소의 클러스터 필드와 건수 필드 가운데 하나만 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Choose a field with counts per cluster, or the cluster field of addresses.</source>
            <translation>클러스터별 건수 필드나 주소의 클러스터 필드를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Addresses have no population; leave the field empty.</source>
            <translation>주소에는 인구가 없습니다. 이 필드를 비워 두십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>This is for addresses; leave it empty, or choose their cluster field.</source>
            <translation>주소에만 쓰는 항목입니다. 비워 두거나 주소의 클러스터 필드를 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Give whole numbers greater than 0 with commas between them, as in 10,100.</source>
            <translation>10,100처럼 0보다 큰 정수를 쉼표로 구분하여 입력하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>{count} rows without a record are left out.</source>
            <translation>건이 적혀 있지 않은 행 {count}개를 제외했습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>{rows} addresses, {noise} of them in no cluster.</source>
            <translation>주소 {rows}개, 그 가운데 클러스터에 속하지 않는 주소 {noise}개.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>{metric}: shares of {total}, what the input has in all; no world total was given.</source>
            <translation>{metric}: 세계 총량이 주어지지 않아 입력 전체 {total}에 대한 점유율입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>{metric}: shares of {total}, the world total that was given.</source>
            <translation>{metric}: 주어진 세계 총량 {total}에 대한 점유율입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>The field {field} is negative in {count} rows; counts must be 0 or more.</source>
            <translation>{field} 필드의 {count}개 행이 음수입니다. 건수는 0 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>{count} clusters have no population above 0 and stay without an intensity.</source>
            <translation>인구가 0보다 크지 않거나 없는 클러스터 {count}개는 집약도가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>All {clusters} clusters: {parts}.</source>
            <translation>전체 클러스터 {clusters}개: {parts}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/scoreclusters.py" />
            <source>Top {top}: {parts}.</source>
            <translation>상위 {top}위: {parts}.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/attached_run.py" />
            <source>{path} cannot be started ({problem}); choose another one.</source>
            <translation>{path}을(를) 시작할 수 없습니다({problem}). 다른 것을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/attached_run.py" />
            <source>The run ended without a result and without a reason (exit code {code}); the end of its log is in this log.</source>
            <translation>실행이 결과도 이유도 없이 끝났습니다(종료 코드 {code}). 실행 로그의 끝부분이 이 로그에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/attached_run.py" />
            <source>The run has been asked to end; what it has started is still ending.</source>
            <translation>실행을 끝내도록 요청했습니다. 시작한 프로세스가 아직 끝나는 중입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Table of inventors</source>
            <translation>발명자 테이블</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>The address of a table of inventor addresses as the cluster sees it, a row an address: Parquet, or CSV in UTF-8, a file or a folder of files. Such as /data/inventors.parquet where all machines have that path, hdfs://… or s3a://…</source>
            <translation>Spark 클러스터가 보는 발명자 주소 테이블의 주소. 한 행이 주소 하나입니다. Parquet나 UTF-8로 된 CSV이며, 파일 하나이거나 파일이 든 폴더입니다. 예: 모든 컴퓨터에 같은 경로로 있는 /data/inventors.parquet, hdfs://…, s3a://…</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Table of authors</source>
            <translation>저자 테이블</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>The same for author addresses.</source>
            <translation>저자 주소의 테이블. 형식은 발명자 테이블과 같습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Table of deals</source>
            <translation>거래 테이블</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>The same for venture-funded firms, one record a deal.</source>
            <translation>벤처투자를 받은 기업의 테이블. 형식은 같으며 거래 한 건이 레코드 하나입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Column of longitudes</source>
            <translation>경도 열</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>In degrees.</source>
            <translation>도 단위입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Column of latitudes</source>
            <translation>위도 열</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Column of records</source>
            <translation>레코드 열</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Equal for all addresses of one application, article or deal. Empty: every row is a record of its own.</source>
            <translation>같은 출원, 논문, 거래의 모든 주소에서 값이 같은 열. 비워 두면 행마다 별개의 레코드입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Column of addresses in the row</source>
            <translation>행의 주소 수 열</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Column of records in the row</source>
            <translation>행의 레코드 수 열</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>For rows that stand for the addresses of many records at one place: the sum of their parts of those records. Not together with a column of records.</source>
            <translation>한 위치에 있는 여러 레코드의 주소를 대표하는 행의 경우: 그 레코드들에서 차지하는 몫의 합입니다. 레코드 열과 함께 쓰지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Column of economies</source>
            <translation>경제권 열</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Column of organisations</source>
            <translation>기관 열</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Column of fields</source>
            <translation>분야 열</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Of technology or science, for the leading field of every cluster.</source>
            <translation>기술이나 과학의 분야. 클러스터별 선도 분야를 구하는 데 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Column of row numbers</source>
            <translation>행 번호 열</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>A whole number, another in every row, by which clusters are numbered. Empty: the place of the row in its file, files in the order of their names.</source>
            <translation>행마다 다른 정수로, 이 순서대로 클러스터 번호를 매깁니다. 비워 두면 파일 이름순으로 파일 안의 행 위치를 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>Spark master or Spark Connect server</source>
            <translation>Spark 마스터 또는 Spark Connect 서버</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>local[*]: all processors of this machine. spark://HOST:7077: a standalone cluster, whose driver is this machine; yarn and k8s://… are the same. sc://HOST:15002: a Spark Connect server.</source>
            <translation>local[*]: 이 컴퓨터의 모든 프로세서. spark://HOST:7077: 독립형 클러스터이며 이 컴퓨터가 드라이버가 됩니다. yarn과 k8s://…도 같습니다. sc://HOST:15002: Spark Connect 서버.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>The Python that has PySpark; QGIS's own never loads it. Empty: as chosen in the Options of the plugin, where a line for the terminal makes one.</source>
            <translation>PySpark가 있는 Python. QGIS의 Python은 PySpark를 불러오지 않습니다. 비워 두면 플러그인 옵션에서 선택한 것을 씁니다. 그곳에 새로 만드는 터미널 명령도 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/command.py" />
            <source>{master} is no address of Spark; give one such as local[*], spark://HOST:7077 or sc://HOST:15002.</source>
            <translation>{master}은(는) Spark의 주소가 아닙니다. local[*], spark://HOST:7077, sc://HOST:15002처럼 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/interpreter.py" />
            <source>Spark runs in a Python of its own and none is chosen; choose it here or in the Options of the plugin. This line in a terminal makes one: {command}</source>
            <translation>Spark는 따로 마련한 Python에서 실행되는데 아무것도 선택하지 않았습니다. 여기나 플러그인 옵션에서 선택하십시오. 터미널에서 다음 명령으로 만듭니다: {command}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/interpreter.py" />
            <source>There is no file {path}; choose the Python that has PySpark, such as {example}.</source>
            <translation>{path} 파일이 없습니다. {example}처럼 PySpark가 있는 Python을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/interpreter.py" />
            <source>{path} does not answer as a Python does ({problem}); choose the Python that has PySpark.</source>
            <translation>{path}은(는) Python처럼 답하지 않습니다({problem}). PySpark가 있는 Python을 선택하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/interpreter.py" />
            <source>{path} is Python {version}, and {oldest} or later is needed; choose another one. This line makes one where python3 is new enough: {command}</source>
            <translation>{path}은(는) Python {version}인데 {oldest} 이상이 필요합니다. 다른 것을 선택하십시오. python3가 충분히 새롭다면 다음 명령으로 만듭니다: {command}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/interpreter.py" />
            <source>{path} has no {packages} and belongs to the system; make another one in a terminal, and choose that: {command}</source>
            <translation>시스템의 Python인 {path}에 {packages} 패키지가 없습니다. 터미널에서 다음 명령으로 다른 Python을 만들어 선택하십시오: {command}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/interpreter.py" />
            <source>{path} has no {packages}; install it in a terminal: {command}</source>
            <translation>{path}에 {packages} 패키지가 없습니다. 터미널에서 설치하십시오: {command}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/interpreter.py" />
            <source>{path} has PySpark {version}, and {oldest} or later is needed; update it in a terminal: {command}</source>
            <translation>{path}의 PySpark는 {version}인데 {oldest} 이상이 필요합니다. 터미널에서 업데이트하십시오: {command}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/interpreter.py" />
            <source>No Java was found, which a Spark master needs here too; install Java 17 or later ({command}), or set JAVA_HOME.</source>
            <translation>Java를 찾지 못했습니다. Spark 마스터를 쓰려면 이 컴퓨터에도 Java가 필요합니다. Java 17 이상을 설치하거나({command}) JAVA_HOME을 지정하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/interpreter.py" />
            <source>Python {version} with {packages}</source>
            <translation>Python {version}, 패키지 {packages}</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/interpreter.py" />
            <source>nothing of it</source>
            <translation>해당 패키지 없음</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/submitting/reaching.py" />
            <source>Nothing answers at {master} ({problem}); start it, or correct the address.</source>
            <translation>{master}에서 응답이 없습니다({problem}). 시작하거나 주소를 고치십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The condition for excluding rows is true.</source>
            <translation>행을 제외하는 조건에 해당합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The geometry is a line or polygon, not a point.</source>
            <translation>도형이 포인트가 아니라 라인 또는 폴리곤입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>A coordinate is empty.</source>
            <translation>좌표가 비어 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>A coordinate is text that is not a number.</source>
            <translation>좌표가 숫자가 아닌 텍스트입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The latitude is not between -90 and 90.</source>
            <translation>위도가 -90에서 90 사이가 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The longitude is not between -180 and 180.</source>
            <translation>경도가 -180에서 180 사이가 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>Both coordinates are 0, where failed geocoding ends up.</source>
            <translation>두 좌표가 모두 0입니다. 지오코딩에 실패한 주소가 모이는 곳입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The coordinate lies outside the area of its reference system.</source>
            <translation>좌표가 좌표계의 범위를 벗어납니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The weight is empty.</source>
            <translation>가중치가 비어 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The weight is text that is not a number.</source>
            <translation>가중치가 숫자가 아닌 텍스트입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The weight is NaN or infinite.</source>
            <translation>가중치가 NaN이거나 무한대입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The weight is negative.</source>
            <translation>가중치가 음수입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The record is empty.</source>
            <translation>레코드가 비어 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The economy is not a code of two letters.</source>
            <translation>경제권이 두 글자 코드가 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The organisation pays for research but does none at its seat.</source>
            <translation>연구비를 대지만 소재지에서 연구하지 않는 기관입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>The place lies outside the economy that the row states.</source>
            <translation>위치가 행에 적힌 경제권 밖에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>It lies in its economy once longitude and latitude change places.</source>
            <translation>경도와 위도를 맞바꾸면 적힌 경제권 안에 듭니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>It lies in its economy once a sign of its coordinates is turned.</source>
            <translation>좌표의 부호를 뒤집으면 적힌 경제권 안에 듭니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>Both coordinates are whole, half or quarter degrees.</source>
            <translation>두 좌표가 모두 1도, 1/2도 또는 1/4도 단위로 떨어집니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>It holds a large share of the addresses of its economy.</source>
            <translation>경제권 주소의 큰 몫이 이 지점에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>It holds a large share of all addresses.</source>
            <translation>전체 주소의 큰 몫이 이 지점에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>Many organisations have their addresses here, as at a centroid.</source>
            <translation>중심점처럼 많은 기관의 주소가 이곳에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>A ranking of these addresses can be trusted as far as their places go: {faults} % are at fault, {doubts} % in doubt.</source>
            <translation>위치에 관한 한 이 주소로 매긴 순위는 믿을 수 있습니다: 잘못 {faults} %, 의심 {doubts} %.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>Read a ranking of these addresses with care: the places of {faults} % are at fault, of {doubts} % in doubt.</source>
            <translation>이 주소로 매긴 순위는 조심해서 읽으십시오: 위치가 잘못된 주소 {faults} %, 의심스러운 주소 {doubts} %.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/wording.py" />
            <source>Do not trust a ranking of these addresses before they are mended: the places of {faults} % are at fault, of {doubts} % in doubt.</source>
            <translation>바로잡기 전에는 이 주소로 매긴 순위를 믿지 마십시오: 위치가 잘못된 주소 {faults} %, 의심스러운 주소 {doubts} %.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zone_algorithm.py" />
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Korean zones</source>
            <translation>한국의 특구</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Catalogue of Korean zones</source>
            <translation>한국 특구 목록</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Types of Korean special zones with their law, zones at approximate positions, the national innovation clusters with their phases and budgets, and the rules of designation.</source>
            <translation>한국 특구의 유형과 법령, 대략의 위치로 나타낸 특구, 국가혁신클러스터의 단계와 예산, 지정 기준.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>zone,korea,innovation city,free economic zone,innopolis,law,rule,catalogue</source>
            <translation>특구,한국,혁신도시,경제자유구역,연구개발특구,법령,기준,목록</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Only this type: its id, its Korean or its English name. Empty: all types.</source>
            <translation>이 유형만: 식별자나 한글 또는 영문 이름. 비우면 모든 유형.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Only zones of this province, by its Korean or English name. Empty: the whole country.</source>
            <translation>이 시·도의 특구만: 한글이나 영문 이름. 비우면 전국.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Words to search for</source>
            <translation>찾을 말</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Only what has all of these words, Korean or English, in its names, its law, its authority, its sector or its notes. Parts of words are found too.</source>
            <translation>이름, 법령, 소관 기관, 업종, 비고에 이 말이 모두 들어 있는 것만. 한글이나 영문이며 말의 일부도 찾습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Zones whose designation was lifted too</source>
            <translation>지정이 해제된 특구도</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Zones that are no more have the year in which they ended in the field lifted.</source>
            <translation>해제된 특구는 lifted 필드에 해제된 연도가 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>A point for every zone with its names, type, law, province, year, sector and area. No boundary of these zones is openly licensed: every position is approximate, the field position says how it is known and uncertainty_m how far off it may be (empty: not known). Zones without a known position have no point.</source>
            <translation>특구마다 이름, 유형, 법령, 시·도, 연도, 업종, 면적이 있는 포인트. 공개 라이선스로 쓸 수 있는 경계가 없어 모든 위치는 대략의 위치이며, position 필드는 어떻게 안 위치인지, uncertainty_m은 얼마나 벗어날 수 있는지(비어 있으면 모름)를 알려 줍니다. 위치를 모르는 특구에는 포인트가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Zone types</source>
            <translation>특구 유형</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>The types with law, articles, authority, number and area, and how sure that is: primary was read in the law, secondary in the press, of unverified no text was found.</source>
            <translation>유형마다 법령, 조문, 소관 기관, 개수, 면적과 확인 정도: primary는 법령 원문, secondary는 보도로 확인했고, unverified는 근거를 찾지 못한 것입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>National innovation clusters</source>
            <translation>국가혁신클러스터</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>The clusters of 14 provinces: field, sector, and projects of phases 1 and 2.</source>
            <translation>14개 시·도의 클러스터: 분야, 업종, 1단계와 2단계 과제.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Budgets of the national innovation clusters</source>
            <translation>국가혁신클러스터 예산</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Hundreds of millions of won by year, for all 14 together. Rows without a year are sums of a phase, rows without a phase the whole sum. Phase 3 (2023–2027) was undecided.</source>
            <translation>14곳 전체의 연도별 예산(억원). 연도가 없는 행은 단계의 합, 단계도 없는 행은 전체 합입니다. 3단계(2023–2027)는 미정이었습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Renovation clusters</source>
            <translation>첨단산업 글로벌 클러스터 8곳</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>The eight clusters of the government's plan of 2023 for global clusters of advanced industries, at approximate positions: theme, base, nodes, funds and housing.</source>
            <translation>2023년 첨단산업 글로벌 클러스터 육성 방안의 클러스터 여덟 곳. 위치는 대략이며 주제, 기반, 거점, 재원, 주거가 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Rules of designation</source>
            <translation>지정 기준</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>What the law asks of a zone: for every reading and case the fact, its condition and its limit, the text of the law and how sure it is. Check designation applies them.</source>
            <translation>법령이 특구에 요구하는 것: 해석과 경우마다 항목, 조건, 한도, 법령 문구, 확인 정도. 지정 기준 검토에서 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Nothing in the catalogue is of that type, province and words.</source>
            <translation>목록에 그 유형과 시·도, 말에 맞는 것이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>{zones} zones of {types} types; positions are approximate.</source>
            <translation>유형 {types}가지, 특구 {zones}곳. 위치는 대략입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>{count} zones have no known position and no point.</source>
            <translation>특구 {count}곳은 위치를 몰라 포인트가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Positions are approximate; see the field position.</source>
            <translation>위치는 대략입니다. position 필드를 보십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zonecatalogue.py" />
            <source>Zones (approximate positions)</source>
            <translation>특구(대략의 위치)</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Lays zones, clusters and addresses over each other: a scorecard of every zone with its shares of province, country and world, its density beside that around it and its rank; what zones and clusters share; how much lies in zones of every type, nothing counted twice; and the capital region, Daejeon and the rest side by side.</source>
            <translation>특구, 클러스터, 주소를 겹쳐 봅니다: 시도·전국·세계 점유율, 주변과 견준 밀도, 순위를 담은 특구별 성적표, 특구와 클러스터가 함께 가진 것, 이중 집계 없이 유형별로 특구 안에 있는 양, 수도권·대전·그 외의 비교.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>zone,overlay,cluster,scorecard,location quotient,count points,share,capital region</source>
            <translation>특구,중첩,클러스터,성적표,입지계수,포인트 집계,점유율,수도권</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Polygons of zones, as Import zones makes them, or any others. They may overlap, have several parts and lie across provinces; polygons that cross themselves are repaired.</source>
            <translation>특구 폴리곤. 특구 파일 읽기가 만든 것이나 다른 어떤 폴리곤이든 됩니다. 서로 겹치거나, 여러 조각이거나, 시도 경계에 걸쳐도 됩니다. 스스로 교차하는 폴리곤은 고쳐 씁니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Polygons of clusters, as Innovation clusters makes them. Empty: zones alone.</source>
            <translation>혁신 클러스터 찾기가 만드는 클러스터 폴리곤. 비우면 특구만 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Polygons of provinces (시도), for shares of province and country and for the table of regions. Empty: the country is all of the input.</source>
            <translation>시도 폴리곤. 시도·전국 점유율과 권역 표에 씁니다. 비우면 입력 전체를 전국으로 봅니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Ring around zones</source>
            <translation>특구 둘레의 고리</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>How wide the ring is, in metres, whose density is compared with that of the zone. 0: none is compared.</source>
            <translation>특구와 밀도를 견줄 둘레 고리의 폭(미터). 0이면 견주지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Points on a border</source>
            <translation>경계 위의 포인트</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Inside</source>
            <translation>안</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Outside</source>
            <translation>밖</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>inside: a point exactly on the border of a zone or cluster is in it. outside: it is not, as in QGIS's Count points in polygon.</source>
            <translation>inside: 특구나 클러스터의 경계선 바로 위에 있는 포인트는 안에 있습니다. outside: QGIS의 폴리곤에 있는 포인트 개수 계산처럼 밖에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Zone id</source>
            <translation>특구 식별 필드</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>The field that tells zones apart. Empty: zone_id, or the number of the row.</source>
            <translation>특구를 구별하는 필드. 비우면 zone_id, 없으면 행 번호입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>The field with the type; zones of one type are united. Empty: zone_type, or one type.</source>
            <translation>유형 필드. 같은 유형의 특구는 하나로 합칩니다. 비우면 zone_type, 없으면 한 유형입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>The field with the number of the cluster. Empty: cluster_id, or the number of the row.</source>
            <translation>클러스터 번호 필드. 비우면 cluster_id, 없으면 행 번호입니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Province name</source>
            <translation>시도 이름</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>The field with the Korean or English name. Empty: it is found by its name.</source>
            <translation>한국어나 영어 이름이 든 필드. 비우면 필드 이름으로 찾습니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Scorecard of zones</source>
            <translation>특구 성적표</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>The zones with: area_km2; the province that holds most of it, what part of its area, per cent, and the region; addresses, patents, publications, deals inside (fractional counts); share_province_…, share_country_…, share_… in per cent of province, country and world; score (sum of shares of the world) and rank; addresses per square kilometre (density), in the ring (density_around) and one over the other (density_ratio); lq_…, location quotients beside the country; apportioned_…, the zone's part of the union of its type; clusters it overlaps, what per cent of its addresses lies in any (in_clusters), the nearest cluster and how far it is.</source>
            <translation>특구에 더한 필드: area_km2(면적), province(면적의 가장 큰 부분이 있는 시도), province_part(그 퍼센트), region(권역), addresses, patents, publications, deals(안의 주소 수와 분수 계수), share_province_…, share_country_…, share_…(시도·전국·세계에서 차지하는 퍼센트), score(세계 점유율의 합)와 rank(순위), density(제곱킬로미터당 주소 수), density_around(고리 안), density_ratio(두 밀도의 비), lq_…(전국과 견준 입지계수), apportioned_…(같은 유형의 합집합 가운데 이 특구의 몫), clusters(겹치는 클러스터 수), in_clusters(클러스터 안에 있는 주소의 퍼센트), nearest_cluster, nearest_km(가장 가까운 클러스터와 그 거리).</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Pairs of zones and clusters</source>
            <translation>특구와 클러스터의 쌍</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Every zone and cluster that overlap or share addresses, and every zone with its nearest cluster: the area they share and what per cent it is of each; addresses and records in both, and what per cent of the addresses of each; how far they are apart.</source>
            <translation>겹치거나 주소를 함께 가진 모든 특구와 클러스터, 그리고 특구마다 가장 가까운 클러스터: 함께 가진 면적과 각각에서 차지하는 퍼센트, 둘 다에 든 주소와 레코드와 각각의 주소에서 차지하는 퍼센트, 둘 사이의 거리.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Clusters and their zones</source>
            <translation>클러스터와 그 안의 특구</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>The clusters with the zones that overlap them, what per cent of their area lies in any zone, their addresses and records, and per cent of these inside any zone (…_in_zones) and outside all (…_outside); the nearest zone and how far it is.</source>
            <translation>클러스터와 그에 겹치는 특구, 면적 가운데 특구에 든 퍼센트, 주소와 레코드, 그 가운데 특구 안(…_in_zones)과 모든 특구 밖(…_outside)의 퍼센트, 가장 가까운 특구와 그 거리.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Every type of zone with the union of its zones, in which nothing counts twice; then any zone, no zone, and rows without a place: the last three add up to the input.</source>
            <translation>특구 유형마다 이중 집계가 없는 합집합. 그 아래 모든 특구, 특구 밖, 위치 없는 행: 마지막 셋을 더하면 입력 전체가 됩니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>The capital region (Seoul, Incheon, Gyeonggi), Daejeon, the rest and the country, and every province: what each has, what per cent of the country, and what per cent of it lies in zones. Needs provinces.</source>
            <translation>수도권(서울, 인천, 경기), 대전, 그 외, 전국과 시도별로 가진 것, 전국에서 차지하는 퍼센트, 그 가운데 특구 안에 있는 퍼센트. 시도 레이어가 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Bars of zones by score, of regions and of clusters in zones, and the table of types.</source>
            <translation>점수순 특구, 권역, 클러스터 가운데 특구에 든 부분의 막대와 유형별 표.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Choose the field with the names of the provinces.</source>
            <translation>시도 이름이 든 필드를 고르십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>The width must be 0 or more.</source>
            <translation>폭은 0 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Most of the zones lie outside Korea: special zones as Import zones and Zone catalogue make them do not. Check that the right layer is chosen.</source>
            <translation>특구의 대부분이 한국 밖에 있습니다. 특구 파일 읽기와 특구 목록이 만드는 특구는 그렇지 않습니다. 레이어를 바르게 골랐는지 확인하십시오.</translation>
        </message>
        <message>
            <location filename="../../processing_algorithms/zoneoverlay.py" />
            <source>Zones and clusters</source>
            <translation>특구와 클러스터</translation>
        </message>
        <message>
            <location filename="../../scripts/demo.py" />
            <source>Rejected rows: {source}</source>
            <translation>제외된 행: {source}</translation>
        </message>
        <message>
            <location filename="../../scripts/demo.py" />
            <source>{count} clusters, ranked by the sum of their shares of the world's {counted}</source>
            <translation>세계 {counted} 점유율의 합으로 순위를 매긴 클러스터 {count}개</translation>
        </message>
        <message>
            <location filename="../../scripts/demo.py" />
            <source>{count} clusters, ranked by the sum of their shares of the input's {counted}</source>
            <translation>입력 자료의 {counted} 점유율의 합으로 순위를 매긴 클러스터 {count}개</translation>
        </message>
        <message>
            <location filename="../../scripts/demo.py" />
            <source>{words} and {last}</source>
            <translation>{words}, {last}</translation>
        </message>
        <message>
            <location filename="../../scripts/demo.py" />
            <source>World totals, in records of the sample: {totals}.</source>
            <translation>세계 총량(표본의 레코드 수): {totals}.</translation>
        </message>
        <message>
            <location filename="../../scripts/demo.py" />
            <source>Sources: WIPO, Global Innovation Index 2024 (CC BY 4.0) and 2025; GeoNames (CC BY 4.0). WIPO assumes no liability with regard to the transformation of the original content.</source>
            <translation>출처: WIPO, Global Innovation Index 2024 (CC BY 4.0) 및 2025; GeoNames (CC BY 4.0). WIPO는 원저작물의 변형에 대하여 책임을 지지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../resources/styles/boundaries.outlines.qml" />
            <location filename="../../resources/styles/boundaries.qml" />
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/clustered_addresses.qml" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/density_clusters.qml" />
            <location filename="../../resources/styles/fields.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/organisations.qml" />
            <location filename="../../resources/styles/partners.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Cluster number</source>
            <translation>클러스터 번호</translation>
        </message>
        <message>
            <location filename="../../resources/styles/boundaries.outlines.qml" />
            <location filename="../../resources/styles/boundaries.qml" />
            <source>Kind of boundary</source>
            <translation>경계의 종류</translation>
        </message>
        <message>
            <location filename="../../resources/styles/boundaries.outlines.qml" />
            <location filename="../../resources/styles/boundaries.qml" />
            <source>Perimeter, km</source>
            <translation>둘레, km</translation>
        </message>
        <message>
            <location filename="../../resources/styles/boundaries.outlines.qml" />
            <location filename="../../resources/styles/boundaries.qml" />
            <location filename="../../resources/styles/designation_circles.qml" />
            <source>Longitude of the centre</source>
            <translation>중심 경도</translation>
        </message>
        <message>
            <location filename="../../resources/styles/boundaries.outlines.qml" />
            <location filename="../../resources/styles/boundaries.qml" />
            <location filename="../../resources/styles/designation_circles.qml" />
            <source>Latitude of the centre</source>
            <translation>중심 위도</translation>
        </message>
        <message>
            <location filename="../../resources/styles/boundaries.outlines.qml" />
            <location filename="../../resources/styles/boundaries.qml" />
            <source>Compactness (0 to 1)</source>
            <translation>조밀도(0~1)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/by_radius.qml" />
            <location filename="../../resources/styles/radii.qml" />
            <source>Radius, degrees</source>
            <translation>반경, 도</translation>
        </message>
        <message>
            <location filename="../../resources/styles/by_radius.qml" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <source>Intensity (score per million people)</source>
            <translation>집약도(인구 백만 명당 점수)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/by_radius.qml" />
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <source>Intensity rank</source>
            <translation>집약도 순위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/by_radius.qml" />
            <source>Population against the radius in use, %</source>
            <translation>쓰고 있는 반경 대비 인구 변화, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/by_radius.qml" />
            <source>Ranks gained against the radius in use</source>
            <translation>쓰고 있는 반경 대비 오른 순위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/candidate_areas.qml" />
            <location filename="../../resources/styles/candidate_nodes.qml" />
            <source>Not chosen</source>
            <translation>선택되지 않음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/candidate_areas.qml" />
            <location filename="../../resources/styles/candidate_nodes.qml" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>Value</source>
            <translation>가치</translation>
        </message>
        <message>
            <location filename="../../resources/styles/candidate_areas.qml" />
            <location filename="../../resources/styles/candidate_nodes.qml" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/designation_spokes.qml" />
            <location filename="../../resources/styles/designation_totals.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/k_distances.qml" />
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <location filename="../../resources/styles/radii.qml" />
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/top_lists.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Yes</source>
            <translation>예</translation>
        </message>
        <message>
            <location filename="../../resources/styles/candidate_areas.qml" />
            <location filename="../../resources/styles/candidate_nodes.qml" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/designation_spokes.qml" />
            <location filename="../../resources/styles/designation_totals.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/k_distances.qml" />
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <location filename="../../resources/styles/radii.qml" />
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/top_lists.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>No</source>
            <translation>아니요</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <source>Item</source>
            <translation>항목</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <source>Item, Korean</source>
            <translation>항목(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <source>Item, English</source>
            <translation>항목(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <source>Phase</source>
            <translation>단계</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <source>Hundreds of millions of won</source>
            <translation>억원</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/national_clusters.qml" />
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Source</source>
            <translation>출처</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <source>Research and development</source>
            <translation>R&amp;D 예산</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <source>Other than research and development</source>
            <translation>비R&amp;D 예산</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <source>National budget</source>
            <translation>국비</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <source>Local budget</source>
            <translation>지방비</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_budgets.qml" />
            <source>Total</source>
            <translation>합계</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>Half or more of the addresses in zones</source>
            <translation>주소의 절반 이상이 특구 안</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>A quarter or more</source>
            <translation>4분의 1 이상</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>A tenth or more</source>
            <translation>10분의 1 이상</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>Less than a tenth</source>
            <translation>10분의 1 미만</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>No addresses</source>
            <translation>주소 없음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>Zones by name</source>
            <translation>특구 이름</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>Area in zones, %</source>
            <translation>특구에 든 면적, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/regions.qml" />
            <source>Patents in zones, %</source>
            <translation>특구 안 특허, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/regions.qml" />
            <source>Publications in zones, %</source>
            <translation>특구 안 논문, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/regions.qml" />
            <source>Deals in zones, %</source>
            <translation>특구 안 거래, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>Addresses outside zones, %</source>
            <translation>특구 밖 주소, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>Patents outside zones, %</source>
            <translation>특구 밖 특허, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>Publications outside zones, %</source>
            <translation>특구 밖 논문, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>Deals outside zones, %</source>
            <translation>특구 밖 거래, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <source>Nearest zone</source>
            <translation>가장 가까운 특구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/cluster_zones.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Distance to it, km</source>
            <translation>그까지의 거리, km</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clustered_addresses.qml" />
            <source>In a cluster, coloured by cluster</source>
            <translation>클러스터 안, 클러스터별 색</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clustered_addresses.qml" />
            <location filename="../../resources/styles/density_clusters.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <source>In no cluster (noise)</source>
            <translation>클러스터에 속하지 않음(노이즈)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Up by 10 or more</source>
            <translation>10계단 이상 상승</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Up by 1 to 9</source>
            <translation>1–9계단 상승</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Same rank</source>
            <translation>순위 유지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Down by 1 to 9</source>
            <translation>1–9계단 하락</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Down by 10 or more</source>
            <translation>10계단 이상 하락</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>New</source>
            <translation>신규</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zone_rejects.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Korean name</source>
            <translation>한국어 이름</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/concentration.qml" />
            <location filename="../../resources/styles/economies.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Share of patent applications, %</source>
            <translation>특허 출원 점유율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/concentration.qml" />
            <location filename="../../resources/styles/economies.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Share of publications, %</source>
            <translation>논문 점유율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/concentration.qml" />
            <location filename="../../resources/styles/economies.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Share of venture capital deals, %</source>
            <translation>벤처투자 거래 점유율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Rank change</source>
            <translation>순위 변동</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Share of the leading organisation, %</source>
            <translation>선도 기관의 비중, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Leading applicant</source>
            <translation>선도 출원인</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Leading organisation in publications</source>
            <translation>논문 선도 기관</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Leading firm in venture capital deals</source>
            <translation>벤처투자 선도 기업</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Leading field of patent applications</source>
            <translation>특허 선도 분야</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Leading field of publications</source>
            <translation>논문 선도 분야</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.change.qml" />
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <source>Leading field of venture capital deals</source>
            <translation>벤처투자 선도 분야</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <source>10% or more</source>
            <translation>10% 이상</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <source>3% to less than 10%</source>
            <translation>3% 이상 10% 미만</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <source>1% to less than 3%</source>
            <translation>1% 이상 3% 미만</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <source>0.3% to less than 1%</source>
            <translation>0.3% 이상 1% 미만</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <source>Less than 0.3%</source>
            <translation>0.3% 미만</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.deals.qml" />
            <location filename="../../resources/styles/clusters.patents.qml" />
            <location filename="../../resources/styles/clusters.publications.qml" />
            <location filename="../../resources/styles/scores.deals.qml" />
            <location filename="../../resources/styles/scores.patents.qml" />
            <location filename="../../resources/styles/scores.publications.qml" />
            <source>Not counted</source>
            <translation>집계 없음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <source>Rank 1–25</source>
            <translation>1–25위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <source>Rank 26–50</source>
            <translation>26–50위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <source>Rank 51–75</source>
            <translation>51–75위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/clusters.qml" />
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/ranking.qml" />
            <location filename="../../resources/styles/scores.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <source>Rank 76–100</source>
            <translation>76–100위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Event</source>
            <translation>변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Same cluster</source>
            <translation>같은 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Previous cluster number</source>
            <translation>이전 클러스터 번호</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Previous name</source>
            <translation>이전 이름</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Previous Korean name</source>
            <translation>이전 한국어 이름</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Previous rank</source>
            <translation>이전 순위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Standing in the top</source>
            <translation>상위권 변동</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Part that lies in the previous cluster, %</source>
            <translation>이전 클러스터에 놓인 비율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Part of the previous cluster that lies here, %</source>
            <translation>이전 클러스터 가운데 여기 놓인 비율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Patents before</source>
            <translation>이전 특허</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Patents: change</source>
            <translation>특허: 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Patents: change of output</source>
            <translation>특허: 산출의 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Patents: change of geography</source>
            <translation>특허: 지리의 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Publications before</source>
            <translation>이전 논문</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Publications: change</source>
            <translation>논문: 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Publications: change of output</source>
            <translation>논문: 산출의 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Publications: change of geography</source>
            <translation>논문: 지리의 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Deals before</source>
            <translation>이전 거래</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Deals: change</source>
            <translation>거래: 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Deals: change of output</source>
            <translation>거래: 산출의 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Deals: change of geography</source>
            <translation>거래: 지리의 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Survives</source>
            <translation>유지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Enters</source>
            <translation>진입</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Leaves</source>
            <translation>이탈</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Part of a split</source>
            <translation>분리의 부분</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Part of a merge</source>
            <translation>병합의 부분</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.events.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Part of a split and a merge</source>
            <translation>분리이면서 병합</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Stays in the top</source>
            <translation>상위권 유지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Enters the top</source>
            <translation>상위권 진입</translation>
        </message>
        <message>
            <location filename="../../resources/styles/comparison.qml" />
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>Leaves the top</source>
            <translation>상위권 이탈</translation>
        </message>
        <message>
            <location filename="../../resources/styles/concentration.qml" />
            <source>Last rank</source>
            <translation>마지막 순위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/concentration.qml" />
            <source>Share of the score, %</source>
            <translation>점수의 비율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/density_clusters.qml" />
            <source>Core point, coloured by cluster</source>
            <translation>핵심점(클러스터별 색)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/density_clusters.qml" />
            <source>Border point, outlined by cluster</source>
            <translation>경계점(클러스터별 테두리 색)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/density_clusters.qml" />
            <source>Points in the cluster</source>
            <translation>클러스터의 포인트 수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/density_clusters.qml" />
            <source>Weight of the cluster</source>
            <translation>클러스터의 가중치</translation>
        </message>
        <message>
            <location filename="../../resources/styles/density_clusters.qml" />
            <source>Reached by two or more clusters</source>
            <translation>둘 이상의 클러스터가 닿음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/density_clusters.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <source>Border</source>
            <translation>경계</translation>
        </message>
        <message>
            <location filename="../../resources/styles/density_clusters.qml" />
            <location filename="../../resources/styles/sites.qml" />
            <source>Noise</source>
            <translation>노이즈</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>Name of the rule</source>
            <translation>기준 이름</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Kind of rule</source>
            <translation>기준의 성격</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>Province or node</source>
            <translation>시·도 또는 거점</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>Name of the fact</source>
            <translation>항목 이름</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>Number is a lower bound</source>
            <translation>수치는 최소값</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>Value asked for</source>
            <translation>요구하는 값</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Unit</source>
            <translation>단위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Limit in the words of the law</source>
            <translation>법령의 한도 표현</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>Why it cannot be told</source>
            <translation>판단할 수 없는 까닭</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Article</source>
            <translation>조문</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Text of the law, Korean</source>
            <translation>법령 문구(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Text of the law, English</source>
            <translation>법령 문구(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Wording</source>
            <translation>문구의 성격</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Requirement</source>
            <translation>지정 요건</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Permission</source>
            <translation>허용·특례</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Weighed without a number</source>
            <translation>심의사항</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>Centroids</source>
            <translation>중심점</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <source>Whole polygons</source>
            <translation>폴리곤 전체</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>At most</source>
            <translation>이하</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Below</source>
            <translation>미만</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>At least</source>
            <translation>이상</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Above</source>
            <translation>초과</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Is</source>
            <translation>같음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Quoted</source>
            <translation>원문 인용</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_checks.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>In our words</source>
            <translation>요지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_circles.qml" />
            <source>Smallest circle around all nodes</source>
            <translation>모든 거점을 담는 최소 원</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_circles.qml" />
            <source>Circle from the core to the farthest node</source>
            <translation>핵심 거점에서 가장 먼 거점까지의 원</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_circles.qml" />
            <source>Limit around the centre of the smallest circle</source>
            <translation>최소 원의 중심에서 한도 반경</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_circles.qml" />
            <source>Limit around the core node</source>
            <translation>핵심 거점에서 한도 반경</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_circles.qml" />
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Circle</source>
            <translation>원</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_circles.qml" />
            <source>Radius, km</source>
            <translation>반경, km</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_circles.qml" />
            <location filename="../../resources/styles/designation_offending.qml" />
            <location filename="../../resources/styles/designation_spokes.qml" />
            <source>Limit, km</source>
            <translation>한도, km</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_offending.qml" />
            <location filename="../../resources/styles/designation_spokes.qml" />
            <source>From</source>
            <translation>기준점</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_offending.qml" />
            <source>Beyond the limit, km</source>
            <translation>초과 거리, km</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_offending.qml" />
            <location filename="../../resources/styles/designation_spokes.qml" />
            <source>Centre of the smallest circle</source>
            <translation>최소 원의 중심</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_spokes.qml" />
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Length, km</source>
            <translation>길이, km</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_spokes.qml" />
            <source>Beyond the limit</source>
            <translation>한도 초과</translation>
        </message>
        <message>
            <location filename="../../resources/styles/designation_totals.qml" />
            <source>Is one of the nodes</source>
            <translation>거점 여부</translation>
        </message>
        <message>
            <location filename="../../resources/styles/economies.qml" />
            <source>Clusters in the top</source>
            <translation>상위권 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/economies.qml" />
            <source>Clusters beyond the top</source>
            <translation>상위권 밖 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/economies.qml" />
            <source>Clusters shared with others</source>
            <translation>공유하는 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/economies.qml" />
            <source>Rank of the leading cluster</source>
            <translation>선도 클러스터의 순위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/economies.qml" />
            <source>Clusters last year</source>
            <translation>전년도 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/economies.qml" />
            <source>Clusters in the top last year</source>
            <translation>전년도 상위권 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/economies.qml" />
            <source>Change of clusters</source>
            <translation>클러스터 수의 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/economies.qml" />
            <source>Change of clusters in the top</source>
            <translation>상위권 클러스터 수의 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/economies.qml" />
            <source>Leading cluster last year</source>
            <translation>전년도 선도 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/economies.qml" />
            <source>Rank of the leading cluster last year</source>
            <translation>전년도 선도 클러스터의 순위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/economies.qml" />
            <source>Change of the leading rank</source>
            <translation>선도 순위의 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/fields.qml" />
            <source>Field</source>
            <translation>분야</translation>
        </message>
        <message>
            <location filename="../../resources/styles/fields.qml" />
            <location filename="../../resources/styles/organisations.qml" />
            <source>Share of the records of the cluster, %</source>
            <translation>클러스터 레코드에 대한 비율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/fields.qml" />
            <source>Share in all clusters, %</source>
            <translation>전체 클러스터에서의 비율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/fields.qml" />
            <source>Location quotient</source>
            <translation>입지 계수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>Scope</source>
            <translation>범위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>Located, %</source>
            <translation>위치를 찾음, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>At fault, %</source>
            <translation>잘못, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>In doubt, %</source>
            <translation>의심, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>To the block, %</source>
            <translation>블록 수준, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>To a part of the city, %</source>
            <translation>도시 일부 수준, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>To the city, %</source>
            <translation>도시 수준, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>Coarser, %</source>
            <translation>더 거친 수준, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>Other level, %</source>
            <translation>그 밖의 수준, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>Level not stated, %</source>
            <translation>수준이 적히지 않음, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>Two decimals or fewer, %</source>
            <translation>소수 두 자리 이하, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>On the heaviest site, %</source>
            <translation>최다 주소 지점의 비율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>Sites that hold half</source>
            <translation>절반이 모인 지점 수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>Gini coefficient</source>
            <translation>지니 계수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>GII 2024: inventors to the block, %</source>
            <translation>GII 2024: 블록 수준 발명자, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>GII 2024: inventors to a part of the city, %</source>
            <translation>GII 2024: 도시 일부 수준 발명자, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>GII 2024: inventors to the city, %</source>
            <translation>GII 2024: 도시 수준 발명자, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>GII 2024: applications covered, %</source>
            <translation>GII 2024: 위치가 확인된 출원, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>GII 2024: authors to the city, %</source>
            <translation>GII 2024: 도시 수준 저자, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/geocoding.qml" />
            <source>Not stated</source>
            <translation>적히지 않음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/heaviest_sites.qml" />
            <source>Share of located addresses, %</source>
            <translation>위치를 찾은 주소에 대한 비율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/heaviest_sites.qml" />
            <source>Share so far, %</source>
            <translation>누계 비율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/heaviest_sites.qml" />
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Share of the economy, %</source>
            <translation>경제권에 대한 비율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/heaviest_sites.qml" />
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Organisations</source>
            <translation>기관 수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/heaviest_sites.qml" />
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Codes of the reasons</source>
            <translation>까닭 코드</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Intensity rank 1–25</source>
            <translation>집약도 1–25위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Intensity rank 26–50</source>
            <translation>집약도 26–50위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Intensity rank 51–75</source>
            <translation>집약도 51–75위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Intensity rank 76–100</source>
            <translation>집약도 76–100위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Beyond intensity rank 100</source>
            <translation>집약도 100위 밖</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>No intensity</source>
            <translation>집약도 없음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Pixels or places counted</source>
            <translation>센 픽셀 또는 장소</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Pixels or places without a number</source>
            <translation>값이 없는 픽셀 또는 장소</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Patent applications per million people</source>
            <translation>인구 백만 명당 특허 출원</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Publications per million people</source>
            <translation>인구 백만 명당 논문</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Venture capital deals per million people</source>
            <translation>인구 백만 명당 벤처투자 거래</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Patent applications per 100,000 people</source>
            <translation>인구 100,000명당 특허 출원</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Publications per 100,000 people</source>
            <translation>인구 100,000명당 논문</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Venture capital deals per 100,000 people</source>
            <translation>인구 100,000명당 벤처투자 거래</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Rank by patent applications per person</source>
            <translation>1인당 특허 출원 순위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Rank by publications per person</source>
            <translation>1인당 논문 순위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <source>Rank by venture capital deals per person</source>
            <translation>1인당 벤처투자 거래 순위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/intensity.qml" />
            <location filename="../../resources/styles/top_lists.qml" />
            <source>Among the first by score and by intensity</source>
            <translation>점수와 집약도 모두 상위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/k_distances.qml" />
            <source>Addresses up to here, %</source>
            <translation>여기까지의 주소, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/k_distances.qml" />
            <source>Core distance, m</source>
            <translation>핵심 거리, m</translation>
        </message>
        <message>
            <location filename="../../resources/styles/k_distances.qml" />
            <source>Curve turns up here</source>
            <translation>곡선이 꺾이는 곳</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Half the strongest or more</source>
            <translation>가장 강한 연결의 절반 이상</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>A fifth or more</source>
            <translation>5분의 1 이상</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>A twentieth or more: zoom in</source>
            <translation>20분의 1 이상(확대하면 표시)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Weaker: zoom in further</source>
            <translation>더 약함(더 확대하면 표시)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>First cluster: number</source>
            <translation>첫째 클러스터: 번호</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Second cluster: number</source>
            <translation>둘째 클러스터: 번호</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>First cluster</source>
            <translation>첫째 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Second cluster</source>
            <translation>둘째 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <location filename="../../resources/styles/merges.qml" />
            <source>Strength, % of all ties</source>
            <translation>강도, 전체 연결 중 %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <location filename="../../resources/styles/merges.qml" />
            <source>Shared records, fractional</source>
            <translation>공유 레코드, 분수 계수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <location filename="../../resources/styles/merges.qml" />
            <source>Pairs of addresses</source>
            <translation>주소 쌍</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Pairs of addresses, fractional</source>
            <translation>주소 쌍, 분수 계수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Shared patent applications</source>
            <translation>공유 특허 출원</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Shared patent applications, fractional</source>
            <translation>공유 특허 출원, 분수 계수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Pairs of inventors</source>
            <translation>발명자 쌍</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Shared publications</source>
            <translation>공유 논문</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Shared publications, fractional</source>
            <translation>공유 논문, 분수 계수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Pairs of authors</source>
            <translation>저자 쌍</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Shared venture capital deals</source>
            <translation>공유 벤처투자 건</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Shared venture capital deals, fractional</source>
            <translation>공유 벤처투자 건, 분수 계수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/links.qml" />
            <source>Pairs of firms</source>
            <translation>기업 쌍</translation>
        </message>
        <message>
            <location filename="../../resources/styles/merges.qml" />
            <source>Distance of the edges, m</source>
            <translation>가장자리 사이의 거리, m</translation>
        </message>
        <message>
            <location filename="../../resources/styles/merges.qml" />
            <source>Smaller: strength with it, %</source>
            <translation>작은 쪽: 그와의 강도, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/merges.qml" />
            <source>Smaller: strength with noise, %</source>
            <translation>작은 쪽: 노이즈와의 강도, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/merges.qml" />
            <source>Larger: strength with it, %</source>
            <translation>큰 쪽: 그와의 강도, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/merges.qml" />
            <source>Larger: strength with noise, %</source>
            <translation>큰 쪽: 노이즈와의 강도, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/merges.qml" />
            <source>Merged</source>
            <translation>병합됨</translation>
        </message>
        <message>
            <location filename="../../resources/styles/merges.qml" />
            <source>No shared records</source>
            <translation>공유 레코드 없음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/merges.qml" />
            <source>Tied as much with another cluster</source>
            <translation>다른 클러스터와 같거나 더 강함</translation>
        </message>
        <message>
            <location filename="../../resources/styles/merges.qml" />
            <source>Tied as much with noise</source>
            <translation>노이즈와 같거나 더 강함</translation>
        </message>
        <message>
            <location filename="../../resources/styles/merges.qml" />
            <source>Switched off</source>
            <translation>끔</translation>
        </message>
        <message>
            <location filename="../../resources/styles/merges.qml" />
            <source>Chain, left apart</source>
            <translation>사슬, 병합하지 않음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/national_clusters.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zone_rejects.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Zone</source>
            <translation>특구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/national_clusters.qml" />
            <source>Province, English</source>
            <translation>시·도(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/national_clusters.qml" />
            <source>Field, Korean</source>
            <translation>분야(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/national_clusters.qml" />
            <source>Field, English</source>
            <translation>분야(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/national_clusters.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Sector, Korean</source>
            <translation>업종(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/national_clusters.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Sector, English</source>
            <translation>업종(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/national_clusters.qml" />
            <source>Phase 1 (2018–2020), Korean</source>
            <translation>1단계(2018–2020, 한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/national_clusters.qml" />
            <source>Phase 1 (2018–2020), English</source>
            <translation>1단계(2018–2020, 영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/national_clusters.qml" />
            <source>Phase 2 (2021–2022), Korean</source>
            <translation>2단계(2021–2022, 한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/national_clusters.qml" />
            <source>Phase 2 (2021–2022), English</source>
            <translation>2단계(2021–2022, 영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/organisations.qml" />
            <source>Spellings</source>
            <translation>표기 수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Distance, m</source>
            <translation>거리, m</translation>
        </message>
        <message>
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>In core places, %</source>
            <translation>핵심점에 있음, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>At extreme distances, %</source>
            <translation>극단적 거리, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Close minus extreme, %</source>
            <translation>가까움 빼기 극단적 거리, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Farthest member from its centre, km</source>
            <translation>중심에서 가장 먼 주소, km</translation>
        </message>
        <message>
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Clusters with extreme distances</source>
            <translation>극단적 거리가 있는 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Clusters joined since the next higher minimum</source>
            <translation>한 단계 높은 최소 밀도에서 합쳐진 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Core distance of half, m</source>
            <translation>절반의 핵심 거리, m</translation>
        </message>
        <message>
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Core distance of nine tenths, m</source>
            <translation>십분의 구의 핵심 거리, m</translation>
        </message>
        <message>
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Order of choice</source>
            <translation>고른 순서</translation>
        </message>
        <message>
            <location filename="../../resources/styles/parameter_candidates.qml" />
            <source>Proposed</source>
            <translation>제안</translation>
        </message>
        <message>
            <location filename="../../resources/styles/partners.qml" />
            <location filename="../../resources/styles/places.qml" />
            <source>Records, fractional</source>
            <translation>레코드, 분수 계수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/partners.qml" />
            <source>Made in the cluster alone, %</source>
            <translation>클러스터 혼자 만든 것, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/partners.qml" />
            <source>Made with other clusters, %</source>
            <translation>다른 클러스터와 만든 것, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/partners.qml" />
            <source>Made with addresses in no cluster, %</source>
            <translation>클러스터 밖 주소와 만든 것, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/partners.qml" />
            <source>Made with addresses without a place, %</source>
            <translation>위치 없는 주소와 만든 것, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/partners.qml" />
            <source>Records with an address elsewhere</source>
            <translation>다른 곳에도 주소가 있는 레코드</translation>
        </message>
        <message>
            <location filename="../../resources/styles/partners.qml" />
            <source>Of these domestic, %</source>
            <translation>그중 국내, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/partners.qml" />
            <source>Of these international, %</source>
            <translation>그중 국제, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/partners.qml" />
            <source>Partner clusters</source>
            <translation>협력 클러스터 수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/partners.qml" />
            <source>Strongest partner: number</source>
            <translation>가장 강한 상대: 번호</translation>
        </message>
        <message>
            <location filename="../../resources/styles/partners.qml" />
            <source>Share of the strongest partner, %</source>
            <translation>가장 강한 상대의 몫, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Chosen nodes</source>
            <translation>고른 거점</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Straight belt</source>
            <translation>곧은 벨트</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Bent belt</source>
            <translation>굽은 벨트</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Shape</source>
            <translation>도형</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Weight inside</source>
            <translation>안의 가중치</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Share of all, %</source>
            <translation>전체 가운데, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>No other holds more than</source>
            <translation>다른 것이 담을 수 있는 상한</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Weight per km²</source>
            <translation>km²당 가중치</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Width, km</source>
            <translation>폭, km</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Bearing, degrees from north</source>
            <translation>방향(북쪽에서 잰 각도)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Elongation of the shape</source>
            <translation>도형의 길쭉함</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Elongation of the activity</source>
            <translation>활동 분포의 길쭉함</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Gain over the first circle</source>
            <translation>첫 원과의 차이</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Gain, %</source>
            <translation>첫 원과의 차이, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/proposed_zones.qml" />
            <location filename="../../resources/styles/shape_comparison.qml" />
            <source>Farthest point from the centre, km</source>
            <translation>중심에서 가장 먼 포인트, km</translation>
        </message>
        <message>
            <location filename="../../resources/styles/radii.qml" />
            <source>Shift of the total population, %</source>
            <translation>총인구의 변화, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/radii.qml" />
            <source>Largest shift of one cluster, %</source>
            <translation>한 클러스터의 최대 변화, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/radii.qml" />
            <source>Cluster that shifts most</source>
            <translation>변화가 가장 큰 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/radii.qml" />
            <source>Clusters with another rank</source>
            <translation>순위가 바뀐 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/radii.qml" />
            <source>Largest change of rank</source>
            <translation>순위의 최대 변화</translation>
        </message>
        <message>
            <location filename="../../resources/styles/radii.qml" />
            <source>Shifts least</source>
            <translation>변화가 가장 작음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/rank_changes.qml" />
            <source>No longer there</source>
            <translation>없어짐</translation>
        </message>
        <message>
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Patents, % of the country</source>
            <translation>특허, 전국 대비 %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Publications, % of the country</source>
            <translation>논문, 전국 대비 %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Deals, % of the country</source>
            <translation>거래, 전국 대비 %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Location quotient: patents</source>
            <translation>입지계수: 특허</translation>
        </message>
        <message>
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Location quotient: publications</source>
            <translation>입지계수: 논문</translation>
        </message>
        <message>
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Location quotient: deals</source>
            <translation>입지계수: 거래</translation>
        </message>
        <message>
            <location filename="../../resources/styles/regions.qml" />
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Outside all provinces</source>
            <translation>모든 시도의 밖</translation>
        </message>
        <message>
            <location filename="../../resources/styles/rejects.qml" />
            <source>Code of the reason</source>
            <translation>사유 코드</translation>
        </message>
        <message>
            <location filename="../../resources/styles/rejects.qml" />
            <source>Row of the input</source>
            <translation>입력의 행</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zone_rules.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>English name</source>
            <translation>영문 이름</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Theme, Korean</source>
            <translation>주제(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Theme, English</source>
            <translation>주제(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Base, Korean</source>
            <translation>기반(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Base, English</source>
            <translation>기반(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Nodes, Korean</source>
            <translation>거점(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Nodes, English</source>
            <translation>거점(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Fund, Korean</source>
            <translation>재원(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Fund, English</source>
            <translation>재원(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Housing, Korean</source>
            <translation>주거(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Housing, English</source>
            <translation>주거(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Position is approximate</source>
            <translation>대략의 위치</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Position known by</source>
            <translation>위치의 근거</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Uncertainty of the position, m</source>
            <translation>위치의 불확실성, m</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Estimated</source>
            <translation>추정</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Centre of the complex in DAM_DAN</source>
            <translation>DAM_DAN 단지의 중심</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Centre of the municipality</source>
            <translation>시·군·구의 대표점</translation>
        </message>
        <message>
            <location filename="../../resources/styles/renovation_clusters.qml" />
            <source>Theme</source>
            <translation>주제</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Ten times as dense as around, or more</source>
            <translation>주변보다 10배 이상 밀집</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Twice as dense, or more</source>
            <translation>2배 이상 밀집</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>As dense as around, or more</source>
            <translation>주변만큼 또는 그 이상 밀집</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Less dense than around</source>
            <translation>주변보다 성김</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Nothing around to compare with</source>
            <translation>견줄 주변 활동 없음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Part in the province, % of the area</source>
            <translation>그 시도에 든 면적, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Patents, % of the province</source>
            <translation>특허, 시도 대비 %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Publications, % of the province</source>
            <translation>논문, 시도 대비 %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Deals, % of the province</source>
            <translation>거래, 시도 대비 %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Addresses per km²</source>
            <translation>km²당 주소 수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Addresses per km² around</source>
            <translation>주변의 km²당 주소 수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Density inside over around</source>
            <translation>주변 대비 밀도</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Addresses, apportioned</source>
            <translation>주소, 나눈 몫</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Patents, apportioned</source>
            <translation>특허, 나눈 몫</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Publications, apportioned</source>
            <translation>논문, 나눈 몫</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Deals, apportioned</source>
            <translation>거래, 나눈 몫</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Clusters it overlaps</source>
            <translation>겹치는 클러스터 수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <source>Addresses in clusters, %</source>
            <translation>클러스터 안 주소, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/scorecard.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Nearest cluster</source>
            <translation>가장 가까운 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/sites.qml" />
            <source>Border of a cluster</source>
            <translation>클러스터의 경계 지점</translation>
        </message>
        <message>
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <source>Author addresses</source>
            <translation>저자 주소 수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <source>Patent applications, fractional</source>
            <translation>특허 출원, 분수 계수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <source>Publications, fractional</source>
            <translation>논문, 분수 계수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/sites.qml" />
            <location filename="../../resources/styles/sites.weight.qml" />
            <source>Venture capital deals, fractional</source>
            <translation>벤처투자 거래, 분수 계수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/sites.weight.qml" />
            <source>In a cluster, as large as its weight</source>
            <translation>클러스터 안(크기는 가중치)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Fault</source>
            <translation>잘못</translation>
        </message>
        <message>
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Doubt</source>
            <translation>의심</translation>
        </message>
        <message>
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Reasons</source>
            <translation>까닭</translation>
        </message>
        <message>
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Suspicious addresses</source>
            <translation>의심스러운 주소</translation>
        </message>
        <message>
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Addresses at fault</source>
            <translation>잘못된 주소</translation>
        </message>
        <message>
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Share of all addresses, %</source>
            <translation>전체 주소에 대한 비율, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Longitude once mended</source>
            <translation>바로잡은 경도</translation>
        </message>
        <message>
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>Latitude once mended</source>
            <translation>바로잡은 위도</translation>
        </message>
        <message>
            <location filename="../../resources/styles/suspicious_sites.qml" />
            <source>What was checked</source>
            <translation>살펴본 항목</translation>
        </message>
        <message>
            <location filename="../../resources/styles/top_lists.qml" />
            <source>By</source>
            <translation>기준</translation>
        </message>
        <message>
            <location filename="../../resources/styles/top_lists.qml" />
            <source>Per million people</source>
            <translation>인구 백만 명당</translation>
        </message>
        <message>
            <location filename="../../resources/styles/top_lists.qml" />
            <source>Rank by score</source>
            <translation>점수 순위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Part</source>
            <translation>구분</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Areas added up, km²</source>
            <translation>면적 합계, km²</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <source>Zones of the type</source>
            <translation>이 유형의 특구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>National innovation cluster</source>
            <translation>국가혁신융복합단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Innovation city</source>
            <translation>혁신도시</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>National industrial complex</source>
            <translation>국가산업단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>General industrial complex</source>
            <translation>일반산업단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Urban high-tech industrial complex</source>
            <translation>도시첨단산업단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Agro-industrial complex</source>
            <translation>농공단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Semi-industrial complex</source>
            <translation>준산업단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Factory siting guidance district</source>
            <translation>공장입지 유도지구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Free economic zone</source>
            <translation>경제자유구역</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Technopark</source>
            <translation>산업기술단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Enterprise city</source>
            <translation>기업도시</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>R&amp;D special zone</source>
            <translation>연구개발특구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Small R&amp;D special zone</source>
            <translation>강소연구개발특구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>High-tech medical complex</source>
            <translation>첨단의료복합단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Regulation-free special zone</source>
            <translation>규제자유특구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Global innovation special zone</source>
            <translation>글로벌 혁신 특구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Regional special development zone</source>
            <translation>지역특화발전특구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Opportunity development zone</source>
            <translation>기회발전특구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>National high-tech strategic industry complex</source>
            <translation>국가첨단전략산업 특화단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Materials, parts and equipment complex</source>
            <translation>소재·부품·장비 특화단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>National food cluster</source>
            <translation>국가식품클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>National water industry cluster</source>
            <translation>국가물산업클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Urban convergence zone</source>
            <translation>도심융합특구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>International science and business belt, core district</source>
            <translation>국제과학비즈니스벨트 거점지구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Free trade zone</source>
            <translation>자유무역지역</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Venture promotion district</source>
            <translation>벤처기업육성촉진지구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>General logistics complex</source>
            <translation>일반물류단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Urban high-tech logistics complex</source>
            <translation>도시첨단물류단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Space industry cluster</source>
            <translation>우주산업클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Space industry investment promotion district</source>
            <translation>우주산업 투자진흥지구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Aerospace industry complex</source>
            <translation>항공우주산업 특화단지</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Distributed energy special area</source>
            <translation>분산에너지특화지역</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Peace economic special zone</source>
            <translation>평화경제특구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Local government cluster</source>
            <translation>지자체 조성 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/types_of_zones.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_pairs.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Private cluster</source>
            <translation>민간 자생 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_rejects.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>File</source>
            <translation>파일</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Question</source>
            <translation>물음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Guess</source>
            <translation>추정</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Evidence</source>
            <translation>근거</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Alternatives</source>
            <translation>다른 가능성</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Parameter that overrides it</source>
            <translation>바꿀 수 있는 파라미터</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Right answer</source>
            <translation>맞는 답</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Data set</source>
            <translation>자료</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Field of the zone id</source>
            <translation>식별자 필드</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Field of the Korean name</source>
            <translation>국문 이름 필드</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Field of the English name</source>
            <translation>영문 이름 필드</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Field of the year</source>
            <translation>연도 필드</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Unit of area</source>
            <translation>면적 단위</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Given</source>
            <translation>지정함</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Certain</source>
            <translation>확실함</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Probable</source>
            <translation>유력함</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Doubtful</source>
            <translation>의심스러움</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_guesses.qml" />
            <source>Asked for</source>
            <translation>지정 필요</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Another type</source>
            <translation>다른 유형</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <source>In a ring: position is approximate</source>
            <translation>점선 고리: 위치가 대략임</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Authority</source>
            <translation>소관 기관</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_points.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Area, m²</source>
            <translation>면적, m²</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zone_rejects.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>Reference system of the file</source>
            <translation>파일의 좌표계</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_nodes.qml" />
            <location filename="../../resources/styles/zones.qml" />
            <source>How each was known</source>
            <translation>각각을 안 방법</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Zone number</source>
            <translation>특구 번호</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Common area, km²</source>
            <translation>함께 가진 면적, km²</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Part of the zone, %</source>
            <translation>특구에서 차지하는 부분, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Part of the cluster, %</source>
            <translation>클러스터에서 차지하는 부분, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Share of the zone's addresses, %</source>
            <translation>특구 주소 가운데, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_pairs.qml" />
            <source>Share of the cluster's addresses, %</source>
            <translation>클러스터 주소 가운데, %</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Zone type, Korean</source>
            <translation>유형(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Zone type, English</source>
            <translation>유형(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Date</source>
            <translation>지정일</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Lifted in</source>
            <translation>해제 연도</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Municipality</source>
            <translation>시·군·구</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_points.qml" />
            <source>Complex in DAM_DAN</source>
            <translation>DAM_DAN 단지 번호</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rejects.qml" />
            <source>Row</source>
            <translation>행</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rejects.qml" />
            <source>Reason in words</source>
            <translation>까닭(문장)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rejects.qml" />
            <source>Attributes</source>
            <translation>속성</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rejects.qml" />
            <source>Shape as text</source>
            <translation>도형(글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Reading, Korean</source>
            <translation>해석(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Reading, English</source>
            <translation>해석(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Fact, Korean</source>
            <translation>항목(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Fact, English</source>
            <translation>항목(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Known by</source>
            <translation>아는 방법</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Condition</source>
            <translation>조건</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Source, Korean</source>
            <translation>출처(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Source, English</source>
            <translation>출처(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Note, Korean</source>
            <translation>비고(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Note, English</source>
            <translation>비고(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Measured from the nodes</source>
            <translation>거점에서 측정</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Measured with other zones</source>
            <translation>다른 특구와 함께 측정</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>By the province</source>
            <translation>시·도에 따름</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_rules.qml" />
            <source>Stated by the user</source>
            <translation>직접 적음</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Group, Korean</source>
            <translation>묶음(한글)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Group, English</source>
            <translation>묶음(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Other names</source>
            <translation>다른 이름</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Law, English</source>
            <translation>법령(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Since</source>
            <translation>시작 연도</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Authority, English</source>
            <translation>소관 기관(영문)</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Zones in the country</source>
            <translation>전국의 개수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Area of all, km²</source>
            <translation>전체 면적, km²</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zone_types.qml" />
            <source>Zones in the catalogue</source>
            <translation>목록의 개수</translation>
        </message>
        <message>
            <location filename="../../resources/styles/zones.qml" />
            <source>Hatched: position is approximate</source>
            <translation>빗금: 위치가 대략임</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>Rows in a database</source>
            <translation>데이터베이스의 행</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>New table or view</source>
            <translation>새 테이블 또는 뷰</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>Clustered places</source>
            <translation>클러스터가 매겨진 지점</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>The radius of the density, in metres on the ellipsoid. WIPO: 15 km.</source>
            <translation>밀도를 재는 반경(타원체에서 미터). WIPO: 15km.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>A layer of points of a PostGIS database, with its filter if it has one.</source>
            <translation>PostGIS 데이터베이스의 포인트 레이어(필터가 있으면 필터와 함께).</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>table: the rows with their clusters as they are now. view: it follows the rows.</source>
            <translation>table: 지금의 행과 그 클러스터. view: 행이 바뀌면 따라 바뀝니다.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>The least number of addresses within the distance that makes a place part of a cluster's core.</source>
            <translation>한 곳이 클러스터의 핵심이 되기 위해 거리 안에 있어야 하는 최소 주소 수.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>Rows of a PostGIS table are summed by place in the database, the places are clustered here, and the clusters go back into a new table or view of the database. Its file in the plugin's folder resources/models opens in the model designer.</source>
            <translation>PostGIS 테이블의 행을 데이터베이스에서 지점별로 합치고, 지점을 여기서 군집화한 뒤, 클러스터를 데이터베이스의 새 테이블이나 뷰에 되돌립니다. 플러그인 폴더 resources/models의 파일을 모델 설계자에서 열 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>model,database,postgis,cluster,density,collapse,label,table,view</source>
            <translation>모델,데이터베이스,postgis,클러스터,밀도,합치기,매기기,테이블,뷰</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>schema.table, which must not be there yet.</source>
            <translation>아직 없는 스키마.테이블(schema.table).</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>Clusters where the rows are</source>
            <translation>행이 있는 곳에서 클러스터 찾기</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersatsource.model3" />
            <source>Every distinct place with its cluster, its role and the weight there.</source>
            <translation>서로 다른 모든 지점과 소속 클러스터, 구분, 그곳의 가중치.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>World total of the metric</source>
            <translation>지표의 세계 총량</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Links</source>
            <translation>협력 연결선</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Mergers</source>
            <translation>병합</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Scores</source>
            <translation>점수</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>The two-letter code of the economy. Empty: no table of economies.</source>
            <translation>경제권의 두 글자 코드. 비워 두면 경제권 표를 만들지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Points of addresses of one metric, such as Prepare points makes.</source>
            <translation>한 지표의 주소 포인트. 포인트 준비가 만드는 것과 같은 레이어입니다.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>The edges of two clusters, their nearest addresses, are at most this far apart, in metres on the ellipsoid, and the smaller works with the larger most. 0: none is merged.</source>
            <translation>두 클러스터의 가장자리, 곧 가장 가까운 주소 사이의 최대 거리(타원체 위의 미터). 작은 쪽이 큰 쪽과 가장 많이 협력해야 합니다. 0이면 병합하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>What the records are.</source>
            <translation>레코드의 종류.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>The applicant, institution or firm. Empty: no table of organisations.</source>
            <translation>출원인, 연구기관 또는 기업. 비워 두면 기관 표를 만들지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>A raster of people per pixel, for the intensity: score per million people. Empty: no intensity.</source>
            <translation>집약도(인구 백만 명당 점수)를 구하는 데 쓸, 픽셀마다 인구가 든 래스터. 비워 두면 집약도를 구하지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>The field that is equal for all addresses of one application, article or deal. Rows where it is empty help to form clusters and take no part in what is counted.</source>
            <translation>한 출원, 논문 또는 투자 건의 모든 주소에서 값이 같은 필드. 비어 있는 행은 클러스터를 이루는 데는 쓰이지만 집계에서는 빠집니다.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>The method of Innovation clusters for one metric as a chain of the single steps, each with its own outputs: density, merging, score, boundaries, people, economies, collaboration and organisations. Its file in the plugin's folder resources/models opens in the model designer.</source>
            <translation>한 지표에 대한 혁신 클러스터의 방법을 단계별 알고리즘으로 이은 모델. 밀도, 병합, 점수, 경계, 인구, 경제권, 협력, 기관의 결과를 단계마다 따로 냅니다. 플러그인 폴더의 resources/models에 있는 파일을 모델 설계자에서 열 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>model,wipo,gii,innovation,cluster,density,merge,score,boundary,collaboration</source>
            <translation>모델,wipo,gii,혁신,클러스터,모형,밀도,병합,점수,경계,협력,model,cluster</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>Clusters step by step</source>
            <translation>단계별 클러스터</translation>
        </message>
        <message>
            <location filename="../../resources/models/clustersstepbystep.model3" />
            <source>One row per cluster: its boundary with statistics, counts, economies, shares, score, rank, focus and tier.</source>
            <translation>클러스터마다 한 행. 경계와 그 통계, 집계, 경제권, 점유율, 점수, 순위, 중점 분야, 등급.</translation>
        </message>
    </context>
</TS>
